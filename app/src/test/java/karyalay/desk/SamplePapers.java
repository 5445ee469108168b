package karyalay.desk;

import java.time.Instant;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// Papers for rules that need no database.
final class SamplePapers {
  static final PostId CLERK = PostId.next(), SHO = PostId.next(), CO = PostId.next();
  static final Instant NOON = Instant.parse("2026-11-23T06:30:00Z");

  private SamplePapers() {}

  static Paper electronic(Place place) {
    return paper(place, false, CLERK, null);
  }

  static Paper physical(Place place) {
    return paper(place, true, CLERK, null);
  }

  static Paper opened(Place place) {
    return paper(place, false, CLERK, NOON);
  }

  static Paper madeHere(Place place) {
    return paper(place, false, null, NOON);
  }

  private static Paper paper(
      Place place, boolean physical, @Nullable PostId from, @Nullable Instant opened) {
    PaperId id = PaperId.next();
    return new Paper(
        id,
        ContentId.next(),
        Kind.RECEIPT,
        OfficeId.next(),
        OfficeId.next(),
        CLERK,
        true,
        physical,
        place,
        id,
        Urgency.ORDINARY,
        Classification.NORMAL,
        false,
        false,
        "12/2026/GSG",
        "रास्ते का विवाद",
        "",
        Task.ACTION,
        null,
        NOON,
        NOON,
        opened,
        from,
        1,
        0);
  }
}
