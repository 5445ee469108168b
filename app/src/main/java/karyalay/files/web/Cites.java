package karyalay.files.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import karyalay.files.Citations;
import karyalay.files.Flag;
import karyalay.files.FlagTarget;
import karyalay.files.Sheet;
import karyalay.shared.PaperId;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// Turns what a note cites into links that open it beside the note (OP-61). What does not exist
/// stays plain text; what the reader may not see is a link that says so.
///
/// @param sheet the file in whose note sheet it stands; null where nothing is to be followed
/// @param window the part of an address that keeps the notes shown; empty for the newest
/// @param at when the note was written: its flags mean what they then sat on
public record Cites(Page page, @Nullable Sheet sheet, String window, Instant at) {

  /// Links nothing.
  public static Cites none(Page page) {
    return new Cites(page, null, "", Instant.EPOCH);
  }

  /// A stretch of a note.
  ///
  /// @param href where it leads; empty for plain text
  /// @param base the paper that the viewer beside may have open; null when it leads elsewhere
  /// @param turn the page within that paper
  /// @param shape its class name; null for plain text
  public record Bit(
      String text, String href, @Nullable String base, int turn, @Nullable String shape) {
    static Bit plain(String text) {
      return new Bit(text, "", null, 0, null);
    }

    Bit reading(String words, String as) {
      return new Bit(words, href, base, turn, as);
    }
  }

  /// All of a text, in order.
  public List<Bit> in(String text) {
    return Citations.in(text).stream().map(this::bit).toList();
  }

  private Bit bit(Citations.Piece piece) {
    return switch (piece) {
      case Citations.Plain(String text) -> Bit.plain(text);
      case Citations.ToFlag(String text, String label) -> flag(label, text);
      case Citations.ToParagraph(String text, int number) -> paragraph(number, text);
      case Citations.ToPage(String text, int number) -> page(number, text);
      case Citations.ToFile(String text, String number) -> file(number, text);
    };
  }

  /// What a flag sat on when the note was written.
  public Bit flag(String label, String text) {
    if (sheet == null) return Bit.plain(text);
    return sheet
        .references()
        .meant(label, at)
        .map(flag -> flag(flag, text))
        .orElseGet(() -> Bit.plain(text));
  }

  /// Where a flag leads: beside the note when it sits in this file, elsewhere by its own address.
  Bit flag(Flag flag, String text) {
    Bit there = here(flag).orElseGet(() -> new Bit(text, page.link(flag.path()), null, 0, "flag"));
    return there.reading(text, "flag");
  }

  private Optional<Bit> here(Flag flag) {
    if (sheet == null || !flag.paper().equals(id(sheet))) return Optional.empty();
    if (flag.target() == FlagTarget.PARAGRAPH) return Optional.of(paragraph(flag.place(), ""));
    if (flag.target() != FlagTarget.PAGE) return Optional.empty();
    return letter(sheet, flag.place())
        .filter(letter -> letter.paper().equals(flag.cited()))
        .map(letter -> leaf(letter, flag.place(), ""));
  }

  public Bit paragraph(int number, String text) {
    if (sheet == null || number < 1 || number > sheet.cover().paragraphs()) return Bit.plain(text);
    return standing(sheet, number, text);
  }

  /// A paragraph that is known to stand, be it in a later volume.
  Bit standing(Sheet sheet, int number, String text) {
    String href =
        sheet.shows(number)
            ? "#para-" + number
            : page.link("/files/" + id(sheet) + "/paragraphs/" + number);
    return new Bit(text, href, null, 0, "cite");
  }

  public Bit page(int number, String text) {
    if (sheet == null || number < 1 || number > sheet.cover().pages()) return Bit.plain(text);
    Sheet shown = sheet;
    return letter(shown, number)
        .map(letter -> leaf(letter, number, text))
        .orElseGet(() ->
            new Bit(text, page.link("/files/" + id(shown) + "/pages/" + number), null, 0, "cite"));
  }

  /// Another file, by whatever number it bears; opening it judges who may.
  private Bit file(String number, String text) {
    if (sheet == null) return Bit.plain(text);
    String typed = java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8);
    return new Bit(text, page.link("/files/numbers?number=" + typed), null, 0, "cite");
  }

  private Bit leaf(Sheet.Letter letter, int number, String text) {
    Sheet shown = java.util.Objects.requireNonNull(sheet);
    return new Bit(
        text,
        page.link("/files/" + id(shown) + "?leaf=" + number + window) + "#viewer",
        "/papers/" + letter.paper(),
        number - letter.from() + 1,
        "cite");
  }

  /// Flags that sit on a paragraph now.
  public List<Bit> on(int paragraph) {
    if (sheet == null) return List.of();
    return sheet.references().onParagraph(id(sheet), paragraph).stream()
        .map(flag ->
            new Bit(
                flag.label(),
                page.link("/files/" + id(sheet) + "/related") + "#flag-" + flag.label(),
                null,
                0,
                "flag"))
        .toList();
  }

  private static Optional<Sheet.Letter> letter(Sheet sheet, int number) {
    return sheet.letters().stream()
        .filter(letter -> letter.named() && letter.holds(number))
        .findFirst();
  }

  private static PaperId id(Sheet sheet) {
    return sheet.card().paper().id();
  }
}
