package karyalay.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.dak.Arrival;
import karyalay.dak.Diary;
import karyalay.dak.Marking;
import karyalay.dak.Order;
import karyalay.dak.Original;
import karyalay.dak.Particulars;
import karyalay.dak.Questions;
import karyalay.dak.Sender;
import karyalay.dak.Shape;
import karyalay.dak.Sheet;
import karyalay.desk.Attachments;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.springframework.stereotype.Component;

/// Puts the sample papers on their way through the same doors that a day's work uses.
@Component
class Journeys {
  /// Code of a thana by the name that a sample bears; the rest go to the complaint cell.
  private static final Map<String, String> THANAS =
      Map.ofEntries(
          Map.entry("सौरिख", "SRK"),
          Map.entry("सौरीख", "SRK"),
          Map.entry("तिर्वा", "TRW"),
          Map.entry("तिरवा", "TRW"),
          Map.entry("गुरसहायगंज", "GSG"),
          Map.entry("गुरुसहायगंज", "GSG"),
          Map.entry("छिबरामऊ", "CBM"),
          Map.entry("तालग्राम", "TLG"),
          Map.entry("इन्दरगढ़", "IND"),
          Map.entry("इंदरगढ़", "IND"),
          Map.entry("ठठिया", "THT"),
          Map.entry("विशुनगढ़", "VSG"),
          Map.entry("बिशुनगढ़", "VSG"),
          Map.entry("सकरावा", "SKW"),
          Map.entry("कोतवाली कन्नौज", "KOT"));

  private final Cast cast;
  private final Diary diary;
  private final Marking marking;
  private final Movements movements;
  private final Files files;
  private final Notes notes;
  private final Attachments attachments;
  private final OfficeTime time;

  Journeys(
      Cast cast,
      Diary diary,
      Marking marking,
      Movements movements,
      Files files,
      Notes notes,
      Attachments attachments,
      OfficeTime time) {
    this.cast = cast;
    this.diary = diary;
    this.marking = marking;
    this.movements = movements;
    this.files = files;
    this.notes = notes;
    this.attachments = attachments;
    this.time = time;
  }

  void begin(List<SamplePaper> samples, OfficeId district) {
    for (int i = 0; i < samples.size(); i++) begin(samples.get(i), i, district);
  }

  private void begin(SamplePaper sample, int turn, OfficeId district) {
    String thana = THANAS.getOrDefault(sample.head("thana"), "");
    boolean atThana = sample.petition() && !thana.isEmpty();
    String clerk = atThana ? "HM-" + thana : sample.petition() ? "SI-SHK" : "DRY-DAK";
    String head = atThana ? "SHO-" + thana : sample.petition() ? "INC-SHK" : "RDR-RDR";
    Act act = cast.act(clerk, district);
    UUID upload = picture(sample, act);
    PaperId receipt = diary.diarise(act, sheet(sample, turn, upload), null);
    if (turn % 5 == 4) return;
    marking.send(
        cast.act(clerk, district),
        List.of(receipt),
        new Order(List.of(cast.post(head, district)), Task.MARK, "", null));
    if (atThana) atThana(sample, receipt, turn, thana, district);
    else if (!sample.petition() && turn % 2 == 0) toTheSp(receipt, district);
  }

  /// The reader lays some official letters before the SP.
  private void toTheSp(PaperId receipt, OfficeId district) {
    movements.open(cast.act("RDR-RDR", district), receipt);
    marking.send(
        cast.act("RDR-RDR", district),
        List.of(receipt),
        new Order(List.of(cast.post("SP-SPO", district)), Task.PERUSAL, "", null));
  }

  /// Some stay unopened with the station head, some are marked for enquiry, some go up on a file.
  private void atThana(
      SamplePaper sample, PaperId receipt, int turn, String thana, OfficeId district) {
    String sho = "SHO-" + thana;
    switch (turn % 5) {
      case 0, 3 -> {}
      case 1 -> {
        movements.open(cast.act(sho, district), receipt);
        marking.send(
            cast.act(sho, district),
            List.of(receipt),
            new Order(
                List.of(cast.post("SSI-" + thana, district)),
                Task.ENQUIRY,
                "मौके पर जाँच कर तथ्यात्मक आख्या दें।",
                time.today().plusDays(3)));
      }
      default -> up(sample, receipt, turn, sho, district);
    }
  }

  private void up(SamplePaper sample, PaperId receipt, int turn, String sho, OfficeId district) {
    movements.open(cast.act(sho, district), receipt);
    var file =
        new NewFile(
            sample.subject(),
            List.of(),
            "शिकायत-" + (turn + 1) + "/" + time.today().getYear(),
            sample.head("expected_category"),
            "hi",
            "",
            "",
            Classification.NORMAL,
            Urgency.ORDINARY,
            false);
    PaperId opened = files.open(cast.act(sho, district), file, receipt);
    notes.writeAndSend(
        cast.act(sho, district),
        opened,
        NewNote.plain(
            "कृपया पृष्ठ 1 पर रखे प्रार्थना पत्र का अवलोकन करें।\n\nप्रकरण में उभय पक्ष के बयान लिए गए। "
                + "मौके पर शांति व्यवस्था सामान्य है। प्रकरण में निर्देश हेतु पत्रावली प्रस्तुत है।"),
        new Move.Forward(cast.post(circle(sho), district), Task.APPROVAL, ""));
    climb(opened, turn, circle(sho), district);
  }

  /// Every second file goes on from the circle officer, every fourth up to the SP.
  private void climb(PaperId file, int turn, String co, OfficeId district) {
    if (turn % 4 == 2)
      onwards(file, co, "थाने की आख्या से सहमत। आदेशार्थ प्रस्तुत।", "ASP-ASP", district);
    if (turn % 8 == 2)
      onwards(file, "ASP-ASP", "परीक्षण किया गया। कृपया आदेश देना चाहें।", "SP-SPO", district);
  }

  private void onwards(PaperId file, String by, String text, String to, OfficeId district) {
    movements.open(cast.act(by, district), file);
    notes.writeAndSend(
        cast.act(by, district),
        file,
        NewNote.plain(text),
        new Move.Forward(cast.post(to, district), Task.APPROVAL, ""));
  }

  private static String circle(String sho) {
    return switch (sho.substring(4)) {
      case "TRW", "IND", "THT" -> "CO-CTR";
      case "KOT", "GSG" -> "CO-CCN";
      default -> "CO-CCB";
    };
  }

  private UUID picture(SamplePaper sample, Act act) {
    try (InputStream in = sample.picture().getInputStream()) {
      return attachments.receive(act.person(), in, sample.name() + ".jpg").id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sheet sheet(SamplePaper sample, int turn, UUID upload) {
    LocalDate received = time.today().minusDays(turn % 9);
    boolean protectedOne = sample.head("confidential").equals("victim-protected");
    var particulars =
        new Particulars(
            sample.petition() ? Shape.PETITION : Shape.LETTER,
            new Arrival(
                received, sample.petition() ? null : received.minusDays(2), "by-hand", false),
            sample.letterNumber(),
            "",
            "hi",
            sample.name().contains("vip"),
            "",
            sender(sample),
            category(sample),
            "",
            sample.subject(),
            sample.petition() ? sample.gist() : "",
            Urgency.valueOf(
                sample.head("urgency").toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
            sample.head("confidential").equals("confidential")
                ? Classification.CONFIDENTIAL
                : Classification.NORMAL,
            "",
            List.of(),
            List.of(),
            new Original(Original.Keeping.BUNDLE, ""),
            new Questions(null, null, protectedOne ? Boolean.TRUE : null, null, null, null));
    return new Sheet(null, particulars, List.of(upload), true);
  }

  private static String category(SamplePaper sample) {
    return sample.head("expected_category").replaceFirst("^category-", "");
  }

  private static Sender sender(SamplePaper sample) {
    String from = sample.head("from");
    String[] parts = from.split("\\s+(?:पुत्र|पत्नी|पुत्री)\\s+", 2);
    boolean person = sample.petition();
    return new Sender(
        person ? parts[0] : "",
        parts.length == 2 ? parts[1] : "",
        "",
        person ? "" : from,
        "",
        "",
        sample.head("village"),
        sample.head("thana"),
        "कन्नौज",
        "उत्तर प्रदेश",
        "",
        sample.head("from_mobile"),
        "",
        "");
  }
}
