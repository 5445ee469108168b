package karyalay.dak;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;
import org.jspecify.annotations.Nullable;

/// What a clerk writes in the diary, for tests: sound as it begins, one thing changed at a time.
public final class Writing {
  public static final LocalDate DAY = LocalDate.of(2026, 10, 14);

  public Shape shape = Shape.LETTER;
  public LocalDate received = DAY;
  public @Nullable LocalDate letterDate = DAY.minusDays(1);
  public String mode = "by-hand";
  public boolean physical = true;
  public String letterNumber = "प0शि0-214/2026";
  public String byName = "";
  public String name = "";
  public String father = "";
  public String designation = "पुलिस उप महानिरीक्षक";
  public String organisation = "कानपुर परिक्षेत्र";
  public String village = "";
  public String thana = "";
  public String pin = "";
  public String mobile = "";
  public String category = "call-for-report";
  public String subject = "समय-सीमा पार हुए संदर्भों के संबंध में आख्या";
  public String gist = "";
  public Urgency urgency = Urgency.ORDINARY;
  public Classification classification = Classification.NORMAL;
  public String remarks = "";
  public List<String> enclosures = List.of();
  public List<String> missing = List.of();
  public Original original = Original.TODAY;
  public Questions questions = Questions.UNANSWERED;

  /// A letter of the range office, on paper.
  public static Writing letter() {
    return new Writing();
  }

  /// A villager's application, on paper.
  public static Writing petition() {
    var petition = new Writing();
    petition.shape = Shape.PETITION;
    petition.letterDate = null;
    petition.letterNumber = "";
    petition.designation = "";
    petition.organisation = "";
    petition.subject = "";
    petition.category = "land-dispute";
    petition.name = "राम औतार";
    petition.father = "बाबूराम";
    petition.mobile = "9999900101";
    petition.village = "खड़नी";
    petition.thana = "सौरिख";
    petition.gist = "खेत की मेड़ तोड़कर पाँच डिसमिल भूमि पर कब्जा; पैमाइश की माँग";
    return petition;
  }

  /// A closed cover by name.
  public static Writing cover() {
    var cover = new Writing();
    cover.shape = Shape.COVER;
    cover.letterDate = null;
    cover.subject = "";
    cover.category = "";
    cover.byName = "पुलिस अधीक्षक";
    return cover;
  }

  public Writing with(Consumer<Writing> change) {
    change.accept(this);
    return this;
  }

  public Particulars done() {
    return new Particulars(
        shape,
        new Arrival(received, letterDate, mode, physical),
        letterNumber,
        "",
        "hi",
        false,
        byName,
        new Sender(
            name,
            father,
            designation,
            organisation,
            "",
            "",
            village,
            thana,
            "",
            "",
            pin,
            mobile,
            "",
            ""),
        category,
        "",
        subject,
        gist,
        urgency,
        classification,
        remarks,
        enclosures,
        missing,
        original,
        questions);
  }
}
