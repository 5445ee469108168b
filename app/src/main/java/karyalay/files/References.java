package karyalay.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import karyalay.shared.PaperId;

/// The flags of a file and its volumes as one reader may follow them (OP-61).
///
/// @param flags set and lifted, oldest first
/// @param closed flags on files that this reader may not see
public record References(List<Flag> flags, Set<UUID> closed) {

  /// What a label meant at a moment: a note of yesterday cites what its flag sat on yesterday.
  public Optional<Flag> meant(String label, Instant at) {
    return flags.stream()
        .filter(flag -> flag.label().equals(label) && flag.setAt(at))
        .reduce((_, later) -> later);
  }

  /// Flags that are set now.
  public List<Flag> live() {
    return flags.stream().filter(flag -> flag.lifted() == null).toList();
  }

  /// Flags that are set now on a paper of the correspondence.
  public List<Flag> on(PaperId letter) {
    return live().stream().filter(flag -> letter.equals(flag.cited())).toList();
  }

  /// Flags that are set now on paragraphs of one file.
  public List<Flag> onParagraph(PaperId file, int paragraph) {
    return live().stream()
        .filter(flag -> flag.target() == FlagTarget.PARAGRAPH)
        .filter(flag -> flag.paper().equals(file) && flag.place() == paragraph)
        .toList();
  }

  /// Whether this reader may see what a flag sits on.
  public boolean opens(Flag flag) {
    return !closed.contains(flag.id());
  }
}
