package karyalay.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.shared.ActId;
import karyalay.shared.PaperId;

/// An order that was given, with what became of it on each paper.
public record GivenOrder(Head head, List<Line> lines) {

  /// @param due by when an answer was asked; empty for the usual limit
  public record Head(UUID id, Does does, String words, Optional<LocalDate> due, Instant at) {}

  /// One paper of one order.
  ///
  /// @param act under which it was moved
  /// @param to whom it went to; empty where it stayed
  /// @param copy whether it was made for one of several addressees
  /// @param noted whether a green note stands on it, which taking back does not unlock
  /// @param moved whether the order was carried out
  /// @param here whether it lies with the giver now
  /// @param unopened whether it can still be taken back (OP-41)
  /// @param reopens whether it was closed by this order and nothing happened to it since
  /// @param refusal key of the sentence that kept it; empty when nothing did
  public record Line(
      PaperId paper,
      ActId act,
      Kind kind,
      String number,
      String title,
      Optional<Chair> to,
      boolean copy,
      boolean noted,
      boolean moved,
      boolean here,
      boolean closed,
      boolean unopened,
      boolean reopens,
      String refusal,
      List<String> arguments) {

    /// Whether the real act that undoes it is still open: pulling back what nobody has opened, or
    /// opening again what was closed here and by this order.
    public boolean revocable() {
      return unopened || reopens;
    }
  }

  public boolean revocable() {
    return lines.stream().anyMatch(Line::revocable);
  }

  public boolean noted() {
    return lines.stream().anyMatch(line -> line.noted() && line.moved());
  }

  public long done() {
    return lines.stream().filter(Line::moved).count();
  }

  public long stayed() {
    return lines.stream().filter(line -> !line.refusal().isEmpty()).count();
  }
}
