package karyalay.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A call with how far each addressee is (OP-82).
///
/// @param reminders how many reminders went out
public record Grid(Call call, List<Line> lines, int reminders) {
  /// How far an addressee is.
  public enum Stage {
    NOT_SENT,
    SENT,
    READ,
    COMPLIED,
    /// The target date is over and he has not answered.
    DEFAULTING;

    /// Key of its name.
    public String key() {
      return "dispatch.stage." + name().toLowerCase(Locale.ROOT);
    }

    static Stage of(Item item, LocalDate target, LocalDate today) {
      if (item.repliedAt() != null) return COMPLIED;
      if (item.state().here()) return NOT_SENT;
      if (today.isAfter(target)) return DEFAULTING;
      return item.openedAt() == null ? SENT : READ;
    }
  }

  /// @param replyNumber number of the letter or receipt that answers; empty for a note or none
  /// @param replyText what was answered in words; empty for a letter or none
  public record Line(
      Item item, Stage stage, @Nullable Instant repliedAt, String replyNumber, String replyText) {}

  /// How many are at a stage.
  public long count(Stage stage) {
    return lines.stream().filter(line -> line.stage() == stage).count();
  }

  /// How many it was sent to.
  public long sent() {
    return lines.size() - count(Stage.NOT_SENT);
  }

  /// How many have opened it, whatever they did then.
  public long read() {
    return lines.stream()
        .filter(line -> line.item().openedAt() != null || line.stage() == Stage.COMPLIED)
        .count();
  }

  public long complied() {
    return count(Stage.COMPLIED);
  }

  public long defaulting() {
    return count(Stage.DEFAULTING);
  }
}
