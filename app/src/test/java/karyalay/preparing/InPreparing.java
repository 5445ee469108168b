package karyalay.preparing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.desk.Task;
import karyalay.files.InFiles;
import karyalay.files.NoteKind;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// Files on an officer's desk with something prepared on them, through the doors.
@Component
public class InPreparing {
  private final InFiles in;
  private final Preparing preparing;

  InPreparing(InFiles in, Preparing preparing) {
    this.in = in;
    this.preparing = preparing;
  }

  /// A file that the clerk opened and sent up, and so reads.
  public PaperId file(Seat clerk, Seat officer) {
    PaperId file = in.open(clerk);
    in.send(clerk, file, officer);
    return file;
  }

  public UUID note(Seat clerk, PaperId file, String words, PostId... next) {
    return preparing.prepare(clerk.act(), file, words(words, next));
  }

  static Wording words(String words, PostId... next) {
    return new Wording(NoteKind.NOTE, "", words, List.of(next), Task.APPROVAL, null);
  }

  static Wording order(String words, PostId... to) {
    return new Wording(NoteKind.NOTE, "", words, List.of(to), Task.ENQUIRY, null);
  }

  static void refused(Refused.Reason reason, Runnable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act::run)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
