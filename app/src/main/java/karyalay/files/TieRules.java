package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.util.Optional;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.shared.PostId;
import karyalay.shared.Refused;

/// When a file may get a part, a volume or a tie, with no clock, database or framework in sight.
final class TieRules {
  private TieRules() {}

  /// A part is for the time when the main file is away (OP-45).
  ///
  /// @param asPart the tie by which the file is itself a part
  static void part(Paper main, Optional<Tie> asPart, boolean goesOn, PostId by) {
    requireFile(main);
    if (asPart.isPresent()) throw new Refused(PART_OF_PART, main.number());
    if (goesOn) throw new Refused(GOES_ON_ELSEWHERE, main.number());
    if (main.place() instanceof Place.Closed) throw new Refused(MAIN_CLOSED, main.number());
    if (main.heldBy(by)) throw new Refused(PART_NOT_NEEDED, main.number());
  }

  /// A volume opens when the one before is full (OP-46), by the post that will close the file.
  static void volume(Paper file, Optional<Tie> asPart, int pages, int least, PostId by) {
    requireFile(file);
    if (asPart.isPresent()) throw new Refused(PART_HAS_NO_VOLUMES, file.number());
    if (!file.creator().equals(by)) throw new Refused(VOLUME_BY_MAKER, file.number());
    if (pages < least)
      throw new Refused(VOLUME_TOO_THIN, Integer.toString(pages), Integer.toString(least));
  }

  /// Two files may be linked or attached; a protected one only by whom its holder obeys (OP-47).
  ///
  /// @param mayGrant whether the actor holds the other or stands above its holder
  static void link(Paper file, Paper other, boolean tied, boolean mayGrant) {
    pair(file, other, tied);
    if ((other.guarded() || other.barred()) && !mayGrant)
      throw new Refused(LINK_NEEDS_HOLDER, other.number());
  }

  static void pair(Paper file, Paper other, boolean tied) {
    requireFile(file);
    requireFile(other);
    if (file.id().equals(other.id())) throw new Refused(SAME_FILE);
    if (tied) throw new Refused(TIED_ALREADY, other.number());
  }

  static void requireFile(Paper paper) {
    if (paper.kind() != Kind.FILE) throw new Refused(FileRefusal.NOT_A_FILE);
  }

  static String requireReason(String typed) {
    if (typed.isBlank()) throw new Refused(REASON_NEEDED);
    return typed.strip();
  }
}
