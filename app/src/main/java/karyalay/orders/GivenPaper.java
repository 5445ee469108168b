package karyalay.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.desk.Task;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A paper that this post sent away, at its last sending.
///
/// @param order under which it went; null when it was only marked
/// @param words what was asked
/// @param to whom it went to
/// @param holder who has it now; empty inside another paper
/// @param due day asked for in the order; null for the usual limit
/// @param dueAt when its time runs out where it is; null when no clock runs
/// @param backAt when it came back; null while it has not
/// @param reminders how often it was reminded of since it was sent
public record GivenPaper(
    PaperId paper,
    Kind kind,
    String number,
    String title,
    boolean named,
    @Nullable UUID order,
    String words,
    Task task,
    Chair to,
    Optional<Chair> holder,
    Instant sentAt,
    @Nullable LocalDate due,
    @Nullable Instant dueAt,
    @Nullable Instant backAt,
    boolean closed,
    int reminders) {

  public record Counts(int waiting, int overdue, int back, int closed) {
    public int of(GivenFilter filter) {
      return switch (filter) {
        case WAITING -> waiting;
        case OVERDUE -> overdue;
        case BACK -> back;
        case CLOSED -> closed;
      };
    }
  }
}
