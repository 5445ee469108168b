package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.*;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.files.Written;
import karyalay.shared.Refused;

/// Every rule of a letter, with no clock, database or framework in sight.
final class LetterRules {
  static final int MOST_BYTES = 1_000_000;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_REFERENCE = 1000;
  private static final int MOST_PARTIES = 200;

  /// A field of a template that the paper had no words for.
  static final Pattern BLANK = Pattern.compile("⟦[^⟧]{0,80}⟧|\\{\\{[^}]{0,80}}}");

  private LetterRules() {}

  /// Where a step leads (OP-68).
  ///
  /// @throws Refused one sentence for each state in which the step is not taken
  static LetterState after(LetterState state, Step step) {
    return step.from(state).orElseThrow(() -> new Refused(refusal(state)));
  }

  private static DraftsRefusal refusal(LetterState state) {
    return switch (state) {
      case DRAFT -> STATE_DRAFT;
      case SUBMITTED -> STATE_SUBMITTED;
      case RETURNED -> STATE_RETURNED;
      case APPROVED -> STATE_APPROVED;
      case SIGNED -> STATE_SIGNED;
      case DISPATCHED -> STATE_DISPATCHED;
      case CANCELLED -> STATE_CANCELLED;
    };
  }

  /// What may be kept as a draft: nearly anything, only not without end.
  static void keepable(Wording words) {
    if (words.form() == LetterForm.GOVERNMENT_ORDER) throw new Refused(FORM_RECEIVED_ONLY);
    within(words.prefix(), 40);
    within(words.subject(), LONGEST_LINE);
    within(words.reference(), LONGEST_REFERENCE);
    within(words.salutation(), 100);
    within(words.closing(), 100);
    words.parties().forEach(party -> within(party.purpose(), LONGEST_LINE));
    if (words.parties().size() > MOST_PARTIES)
      throw new Refused(TOO_MANY_ADDRESSEES, Integer.toString(MOST_PARTIES));
  }

  /// That a body is not beyond what a letter holds, before anything reads it.
  static void fits(String structure, String text) {
    String sent = structure.isBlank() ? text : structure;
    if (sent.length() > MOST_BYTES / 4 && sent.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
      throw new Refused(LETTER_OVERSIZE, "1 MB");
  }

  private static void within(String text, int most) {
    if (text.length() > most)
      throw new Refused(LINE_TOO_LONG, text.substring(0, 30), Integer.toString(most));
  }

  /// What must stand in a letter before an officer is asked to approve or sign it (OP-80).
  static void complete(Wording words) {
    Shape shape = Shape.of(words.form());
    if (shape.needs(Shape.Part.SUBJECT) && words.subject().isBlank())
      throw new Refused(SUBJECT_MISSING);
    if (shape.needs(Shape.Part.REFERENCE) && words.reference().isBlank())
      throw new Refused(REFERENCE_MISSING);
    if (shape.needs(Shape.Part.TO) && words.of(Party.Role.TO).isEmpty())
      throw new Refused(ADDRESSEE_MISSING);
    if (shape.needs(Shape.Part.COPIES)
        && words.of(Party.Role.COPY).isEmpty()
        && words.of(Party.Role.ENDORSEMENT).isEmpty()) throw new Refused(COPIES_MISSING);
    readable(words.body());
    noBlank(words.subject() + "\n" + words.reference() + "\n" + words.body().plain());
    words.parties().forEach(LetterRules::reachable);
  }

  private static void readable(Written body) {
    if (body.plain().isBlank()) throw new Refused(BODY_MISSING);
    if (body.inLegacyFont()) throw new Refused(LEGACY_FONT);
  }

  private static void noBlank(String text) {
    Matcher blank = BLANK.matcher(text);
    if (blank.find()) throw new Refused(BLANK_LEFT, blank.group());
  }

  /// Somebody outside is reached by post, e-mail or telephone, or not at all (OP-77).
  private static void reachable(Party party) {
    if (!(party.target() instanceof Target.Outside)) return;
    Address to = party.address();
    if (to.address().isBlank() && to.email().isBlank() && to.mobile().isBlank())
      throw new Refused(ADDRESS_MISSING, to.line());
  }

  /// That whoever saves has seen what the last one saved (OP-67).
  static void seen(int revision, LetterHead head, String by, String when) {
    if (revision != head.revision()) throw new Refused(CHANGED_MEANWHILE, by, when);
  }

  /// A change goes into a version of its own when another wrote the last one, when that was handed
  /// on, or when the matter keeps all of them (OP-67).
  static boolean opensVersion(LetterHead head, boolean sameAuthor) {
    return !sameAuthor || head.sealed() || head.keepAll();
  }
}
