package karyalay.preparing;

import static karyalay.preparing.PreparingRefusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.files.NoteKind;
import karyalay.files.NoteRefusal;
import karyalay.files.Written;
import karyalay.organisation.Post;
import karyalay.shared.KrutiDev;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/// Who prepares what for whom, and when it may be made green (OP-124); no clock, database or
/// framework in sight.
final class PreparingRules {
  /// The longest remark that goes with an order, and the longest reason.
  static final int LONGEST = 500;

  private static final Set<NoteKind> KINDS =
      Set.of(NoteKind.NOTE, NoteKind.ORDER, NoteKind.CLOSING_APPROVAL);

  private PreparingRules() {}

  /// For whom something on a paper is prepared: the post on whose desk it lies.
  static PostId officer(Paper paper, PostId by) {
    if (!(paper.place() instanceof Place.OnDesk(PostId holder)))
      throw new Refused(NOT_ON_A_DESK, paper.number());
    if (holder.equals(by)) throw new Refused(YOUR_OWN_DESK, paper.number());
    return holder;
  }

  /// One line of the master list: which posts prepare for an officer.
  ///
  /// @param branch of a branch right under the office that the officer heads; else of his own
  ///   office
  /// @param junior only those below the officer in level
  /// @param posts first halves of the marks, as `RDR`; empty for all
  record Rule(boolean branch, boolean junior, Set<String> posts) {
    /// @param above the office right above the preparer's
    boolean lets(Post preparer, @Nullable OfficeId above, Post officer) {
      boolean near =
          branch
              ? officer.head() && officer.office().equals(above)
              : officer.office().equals(preparer.office());
      if (!near || (junior && preparer.level() >= officer.level())) return false;
      return posts.isEmpty() || posts.contains(abbreviation(preparer.mark()));
    }
  }

  private static String abbreviation(String mark) {
    int cut = mark.indexOf('-');
    return cut < 0 ? mark : mark.substring(0, cut);
  }

  static void mayPrepare(List<Rule> rules, Post preparer, @Nullable OfficeId above, Post officer) {
    if (rules.stream().noneMatch(rule -> rule.lets(preparer, above, officer)))
      throw new Refused(MAY_NOT_PREPARE, officer.mark());
  }

  /// What is complete and legible; what of it is stored.
  static Written words(Matter matter, Wording wording, PostId officer, LocalDate today) {
    if (wording.to().contains(officer)) throw new Refused(TO_ITS_OWN_OFFICER);
    LocalDate due = wording.due();
    if (due != null && due.isBefore(today)) throw new Refused(DATE_PASSED);
    return switch (matter) {
      case NOTE -> note(wording);
      case ORDER -> order(wording);
    };
  }

  private static Written note(Wording wording) {
    if (!KINDS.contains(wording.kind())) throw new Refused(NOT_THIS_KIND);
    if (wording.to().size() > 1) throw new Refused(ONE_NEXT);
    Written words = Written.of(wording.structure(), wording.text());
    if (words.inLegacyFont()) throw new Refused(NoteRefusal.NOTE_IN_LEGACY_FONT);
    return words;
  }

  private static Written order(Wording wording) {
    if (wording.to().isEmpty()) throw new Refused(ADDRESSEE_NEEDED);
    String remark = wording.text().strip();
    requireShort(remark);
    if (KrutiDev.in(remark)) throw new Refused(ORDER_IN_LEGACY_FONT);
    return new Written(remark, "", 0);
  }

  static void reason(String reason) {
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    requireShort(reason);
    if (KrutiDev.in(reason)) throw new Refused(REASON_IN_LEGACY_FONT);
  }

  private static void requireShort(String text) {
    if (text.length() > LONGEST)
      throw new Refused(SharedRefusal.TOO_LONG, text.substring(0, 40), Integer.toString(LONGEST));
  }

  /// Whether the paper stands as it did when the words were prepared.
  ///
  /// @param paragraphs of the sheet now
  static Holdup holdup(Paper paper, PostId officer, int moves, int before, int paragraphs) {
    boolean there = paper.place() instanceof Place.OnDesk && paper.heldBy(officer);
    if (!there || paper.moves() != moves) return Holdup.MOVED;
    return before == paragraphs ? Holdup.NONE : Holdup.NEW_PARAGRAPH;
  }

  static void free(Holdup holdup, String number) {
    switch (holdup) {
      case NONE -> {}
      case MOVED -> throw new Refused(MOVED, number);
      case NEW_PARAGRAPH -> throw new Refused(NEW_PARAGRAPH, number);
    }
  }
}
