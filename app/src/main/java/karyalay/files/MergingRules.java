package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.util.Optional;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;

/// When files may become one, with no clock, database or framework in sight.
final class MergingRules {
  private MergingRules() {}

  /// A part merges into its main file and no other (OP-45); any other file into one that goes on.
  static void ask(Paper source, Paper target, Optional<Tie> asPart, boolean targetGoesOn) {
    TieRules.requireFile(source);
    TieRules.requireFile(target);
    if (source.id().equals(target.id())) throw new Refused(SAME_FILE);
    if (asPart.isPresent() && !asPart.get().main().equals(target.id()))
      throw new Refused(PART_MERGES_INTO_MAIN, source.number());
    if (targetGoesOn) throw new Refused(GOES_ON_ELSEWHERE, target.number());
    if (target.place() instanceof Place.Closed) throw new Refused(MAIN_CLOSED, target.number());
  }

  /// An officer at or above the set rank decides, once (OP-48).
  static void decide(Merging merging, int level, int needed, String rank) {
    if (merging.approved() != null) throw new Refused(MERGING_DECIDED);
    if (level < needed) throw new Refused(MERGING_NEEDS_RANK, rank);
  }

  static void carryOut(Merging merging) {
    if (merging.done()) throw new Refused(MERGING_DONE);
    if (!Boolean.TRUE.equals(merging.approved())) throw new Refused(MERGING_NOT_APPROVED);
  }

  /// Where a part goes: its main file, or what was named for any other.
  static PaperId target(Optional<Tie> asPart, Optional<PaperId> named) {
    return named.or(() -> asPart.map(Tie::main)).orElseThrow(() -> new Refused(WHERE_TO));
  }
}
