package karyalay.desk;

import java.time.LocalDate;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// What is to be done with a paper's place.
public sealed interface Move {
  /// To another desk.
  ///
  /// @param remark a line for the recipient; may be empty
  /// @param due the date by which the recipient should be done; null takes the usual limit (OP-88)
  /// @param decided whether an order goes with it, which ends a to and fro (OP-94)
  record Forward(PostId to, Task task, String remark, @Nullable LocalDate due, boolean decided)
      implements Move {
    public Forward(PostId to, Task task, String remark) {
      this(to, task, remark, null, false);
    }
  }

  /// Back to whoever sent it, with reason (OP-32).
  record SendBack(String reason) implements Move {}

  record Receive() implements Move {}

  record PullBack() implements Move {}

  record Park(LocalDate until, String reason) implements Move {}

  record Resume() implements Move {}

  record Close(String reason) implements Move {}

  record Reopen(String reason) implements Move {}

  /// Into another paper, from then moving only with it (OP-28).
  record Enclose(PaperId parent) implements Move {}

  /// Out of the paper it is in, onto the desk of whoever holds that (OP-62).
  record TakeOut(String reason) implements Move {}

  /// As stored in the register of movements.
  default String word() {
    return switch (this) {
      case Forward _ -> "FORWARDED";
      case SendBack _ -> "SENT_BACK";
      case Receive _ -> "RECEIVED";
      case PullBack _ -> "PULLED_BACK";
      case Park _ -> "PARKED";
      case Resume _ -> "RESUMED";
      case Close _ -> "CLOSED";
      case Reopen _ -> "REOPENED";
      case Enclose _ -> "ENCLOSED";
      case TakeOut _ -> "TAKEN_OUT";
    };
  }

  /// The reason or remark that goes into the register; empty where none is asked.
  default String remark() {
    return switch (this) {
      case Forward forward -> forward.remark();
      case SendBack(var reason) -> reason;
      case Park(var _, var reason) -> reason;
      case Close(var reason) -> reason;
      case Reopen(var reason) -> reason;
      case TakeOut(var reason) -> reason;
      case Receive _, PullBack _, Resume _, Enclose _ -> "";
    };
  }
}
