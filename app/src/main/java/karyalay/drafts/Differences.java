package karyalay.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karyalay.drafts.WordDiff.Fate;

/// What a letter's later version says otherwise than an earlier one, part by part (OP-67).
public record Differences(List<Part> parts) {
  /// The part whose pieces are keys of words.
  public static final String FORM = "drafts.form";

  /// A part in which something changed.
  ///
  /// @param key of the word that names it
  public record Part(String key, List<Change> pieces) {}

  /// A stretch of words.
  ///
  /// @param gone whether only the earlier version has it
  /// @param fresh whether only the later version has it
  public record Change(String text, boolean gone, boolean fresh) {}

  public static Differences between(Wording before, Wording after) {
    var parts = new ArrayList<Part>();
    if (before.form() != after.form())
      parts.add(
          new Part(
              FORM,
              List.of(
                  new Change(before.form().key(), true, false),
                  new Change(after.form().key(), false, true))));
    part(parts, "drafts.prefix", before.prefix(), after.prefix());
    part(parts, "subject", before.subject(), after.subject());
    part(parts, "drafts.reference", before.reference(), after.reference());
    part(parts, "drafts.salutation", before.salutation(), after.salutation());
    part(parts, "drafts.body", before.body().plain(), after.body().plain());
    part(parts, "drafts.closing", before.closing(), after.closing());
    for (Party.Role role : Party.Role.values())
      part(parts, role.key(), lines(before, role), lines(after, role));
    part(parts, "drafts.enclosures", enclosures(before), enclosures(after));
    return new Differences(List.copyOf(parts));
  }

  /// Whether only the dress of the body changed: bold words, a table's lines.
  public static boolean onlyDress(Wording before, Wording after) {
    return before.body().plain().equals(after.body().plain())
        && !before.body().rich().equals(after.body().rich());
  }

  private static String lines(Wording words, Party.Role role) {
    return words.of(role).stream()
        .map(party -> party.address().line() + " " + party.purpose())
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  private static String enclosures(Wording words) {
    return words.enclosures().stream().map(Enclosure::name).collect(Collectors.joining("\n"));
  }

  private static void part(List<Part> parts, String key, String before, String after) {
    if (before.equals(after)) return;
    List<Change> changes =
        WordDiff.between(before, after).stream()
            .map(piece ->
                new Change(piece.text(), piece.fate() == Fate.GONE, piece.fate() == Fate.NEW))
            .toList();
    parts.add(new Part(key, changes));
  }
}
