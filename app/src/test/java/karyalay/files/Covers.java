package karyalay.files;

import java.util.List;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;

/// Covers of new files for tests.
public final class Covers {
  public static final String SUBJECT = "रास्ते के विवाद की पत्रावली";

  private Covers() {}

  public static NewFile free(String number) {
    return cover(List.of(), number, Classification.NORMAL);
  }

  public static NewFile byHeads(String... heads) {
    return cover(List.of(heads), "", Classification.NORMAL);
  }

  public static NewFile confidential(String number) {
    return cover(List.of(), number, Classification.CONFIDENTIAL);
  }

  private static NewFile cover(List<String> heads, String number, Classification classification) {
    return new NewFile(
        SUBJECT, heads, number, "", "hi", "", "", classification, Urgency.ORDINARY, false);
  }
}
