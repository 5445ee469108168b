package karyalay.dak;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;

/// All that the diary writes about a thing that arrived (OP-19).
///
/// @param byName name or post on the cover; empty when to nobody in particular
/// @param form code of the master of forms; language likewise
/// @param category code of the master of categories; subcategory likewise
/// @param gist what a petition says, in 15 to 300 characters (OP-132)
/// @param urgency as it was diarised; afterwards the paper's own grade counts
/// @param classification as it was diarised; afterwards the paper's own class counts
/// @param enclosures what came with it
/// @param missing what it names and did not come (OP-30)
public record Particulars(
    Shape shape,
    Arrival arrival,
    String letterNumber,
    String form,
    String language,
    boolean vip,
    String byName,
    Sender sender,
    String category,
    String subcategory,
    String subject,
    String gist,
    Urgency urgency,
    Classification classification,
    String remarks,
    List<String> enclosures,
    List<String> missing,
    Original original,
    Questions questions) {

  public boolean petition() {
    return shape == Shape.PETITION;
  }

  /// The same with its original elsewhere.
  Particulars keptAt(Original elsewhere) {
    return new Particulars(
        shape,
        arrival,
        letterNumber,
        form,
        language,
        vip,
        byName,
        sender,
        category,
        subcategory,
        subject,
        gist,
        urgency,
        classification,
        remarks,
        enclosures,
        missing,
        elsewhere,
        questions);
  }

  boolean urgent() {
    return urgency.compareTo(Urgency.PRIORITY) >= 0;
  }

  /// The line a tray shows.
  public String title() {
    return switch (shape) {
      case LETTER -> subject;
      case PETITION -> subject.isBlank() ? gist : subject;
      case COVER -> subject.isBlank() ? "बंद लिफाफा: " + byName : subject;
    };
  }

  /// What stands beneath it: from whom, from where, his number.
  public String subtitle() {
    String from =
        Stream.of(sender.name(), sender.designation(), sender.organisation())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    String place = sender.village().isBlank() ? "" : "ग्राम " + sender.village();
    String number = letterNumber.isBlank() ? "" : "सं0 " + letterNumber;
    return Stream.of(from, place, number)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }
}
