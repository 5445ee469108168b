package karyalay.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// What part of a desk to show.
///
/// @param what all, or one of the four links above the tray
/// @param kind only this kind; null for all
/// @param physical only physical or only electronic; null for both
/// @param whose of a counter's papers: all, those the reader has taken, those nobody has (OP-123)
/// @param after the last row of the page before; null for the first page
public record TrayFilter(
    Tab tab,
    What what,
    @Nullable Kind kind,
    @Nullable Boolean physical,
    Whose whose,
    @Nullable Cursor after) {

  public TrayFilter(
      Tab tab, What what, @Nullable Kind kind, @Nullable Boolean physical, @Nullable Cursor after) {
    this(tab, what, kind, physical, Whose.ALL, after);
  }

  /// Which pile.
  public enum Tab {
    /// On this desk now.
    MINE,
    /// Sent from here, wherever it is.
    GIVEN,
    PARKED,
    CLOSED
  }

  /// Which of the pile.
  public enum What {
    ALL,
    OVERDUE,
    TODAY,
    NEW
  }

  /// Whose of the papers that wait at a counter.
  public enum Whose {
    /// Taken by the reader.
    ME,
    NOBODY,
    ALL
  }

  /// Where a page ended: the sort key, `infinity` where no clock runs, and the id.
  public record Cursor(String key, UUID id) {
    public Cursor {
      if (!key.equals("infinity")) Objects.requireNonNull(Instant.parse(key));
    }

    static Cursor at(@Nullable Instant key, PaperId paper) {
      return new Cursor(key == null ? "infinity" : key.toString(), paper.value());
    }

    @Override
    public String toString() {
      return key + "~" + id;
    }

    /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException} or
    /// {@link java.time.DateTimeException}.
    public static Cursor of(String text) {
      int cut = text.indexOf('~');
      if (cut < 0) throw new IllegalArgumentException("cursor " + text);
      return new Cursor(text.substring(0, cut), UUID.fromString(text.substring(cut + 1)));
    }
  }

  public static TrayFilter all() {
    return new TrayFilter(Tab.MINE, What.ALL, null, null, null);
  }
}
