package karyalay.dak;

import static karyalay.dak.DakRefusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import karyalay.shared.SharedRefusal;

/// Every rule on what the diary may contain, with no clock, database or framework in sight.
final class DiaryRules {
  static final int SHORTEST_GIST = 15;

  private static final Pattern MOBILE = Pattern.compile("[6-9][0-9]{9}");
  private static final Pattern PIN = Pattern.compile("[1-9][0-9]{5}");

  private DiaryRules() {}

  /// What forbids giving this a number; empty when nothing does.
  ///
  /// @param scans how many documents come with it
  static List<Problem> problems(
      Particulars written, List<FieldRule> rules, int scans, LocalDate today) {
    var problems = new ArrayList<Problem>();
    written(written, today, problems);
    marks(written, rules, problems);
    if (written.original().keeping().needsPlace() && written.original().place().isBlank())
      problems.add(Problem.at(Field.ORIGINAL_PLACE, FIELD_NEEDED, Field.ORIGINAL_PLACE.name()));
    if (!written.gist().isBlank()) gist(written.gist(), problems);
    if (written.shape() == Shape.COVER) cover(written, scans, problems);
    else if (!written.arrival().physical() && scans == 0)
      problems.add(Problem.at(Field.PHYSICAL, UPLOAD_NEEDED));
    return problems;
  }

  /// What forbids even keeping it as an unfinished entry.
  static List<Problem> unkeepable(Particulars written, LocalDate today) {
    var problems = new ArrayList<Problem>();
    written(written, today, problems);
    return problems;
  }

  private static void written(Particulars written, LocalDate today, List<Problem> problems) {
    for (Field field : Field.values())
      if (field != Field.GIST && field.of(written).length() > field.limit())
        problems.add(
            Problem.at(field, TOO_LONG, field.of(written).length() + "", field.limit() + ""));
    if (written.arrival().received().isAfter(today))
      problems.add(Problem.at(Field.RECEIVED, FUTURE_DATE));
    LocalDate dated = written.arrival().letterDate();
    if (dated != null && dated.isAfter(today))
      problems.add(Problem.at(Field.LETTER_DATE, FUTURE_DATE));
    Sender sender = written.sender();
    if (!sender.mobile().isEmpty() && !MOBILE.matcher(sender.mobile()).matches())
      problems.add(Problem.at(Field.SENDER_MOBILE, MOBILE_UNCLEAR));
    if (!sender.pin().isEmpty() && !PIN.matcher(sender.pin()).matches())
      problems.add(Problem.at(Field.SENDER_PIN, PIN_UNCLEAR));
  }

  /// A gist too long or too short to be of use in a list (OP-132).
  private static void gist(String gist, List<Problem> problems) {
    int length = gist.strip().codePointCount(0, gist.strip().length());
    if (length < SHORTEST_GIST || length > Field.GIST.limit())
      problems.add(Problem.at(Field.GIST, GIST_LENGTH, length + ""));
  }

  /// The two marks: "required", and "at least one of this group" (OP-20).
  private static void marks(Particulars written, List<FieldRule> rules, List<Problem> problems) {
    Map<String, List<FieldRule>> groups = new LinkedHashMap<>();
    for (FieldRule rule : rules) {
      if (rule.shape() != written.shape()) continue;
      switch (rule.mark()) {
        case OPTIONAL -> {}
        case REQUIRED -> {
          if (rule.field().of(written).isEmpty())
            problems.add(Problem.at(rule.field(), FIELD_NEEDED, rule.field().name()));
        }
        case GROUP -> groups.computeIfAbsent(rule.group(), g -> new ArrayList<>()).add(rule);
      }
    }
    groups.forEach((name, group) -> {
      if (group.stream().allMatch(rule -> rule.field().of(written).isEmpty()))
        problems.add(Problem.at(group.getFirst().field(), ONE_OF_NEEDED, names(group)));
    });
  }

  private static String names(List<FieldRule> group) {
    return String.join(", ", group.stream().map(rule -> rule.field().name()).toList());
  }

  /// Outer facts only: what lies inside is for the addressee (OP-17).
  private static void cover(Particulars written, int scans, List<Problem> problems) {
    for (Field field : Field.values())
      if (!field.outer() && !field.of(written).isEmpty())
        problems.add(Problem.at(field, COVER_IS_CLOSED));
    if (scans > 0) problems.add(Problem.at(Field.PHYSICAL, COVER_IS_CLOSED));
    if (!written.arrival().physical()) problems.add(Problem.at(Field.PHYSICAL, COVER_IS_PAPER));
  }

  /// What forbids a change after the number was given (OP-23).
  static List<Problem> unchangeable(Particulars before, Particulars after) {
    var problems = new ArrayList<Problem>();
    for (Field field : Field.values())
      if (field.fixed() && !field.of(before).equals(field.of(after)))
        problems.add(Problem.at(field, FIXED, field.name()));
    return problems;
  }

  /// A registry may hand on, undiarised, only urgent dak that bears a name (OP-16).
  static void requireHandable(Particulars written) {
    if (!written.urgent() || written.byName().isBlank())
      throw new karyalay.shared.Refused(NOT_URGENT_BY_NAME);
  }

  /// What lies in the property room is found by its number there (OP-128).
  static void requirePlace(Original where) {
    if (where.keeping().needsPlace() && where.place().isBlank())
      throw new karyalay.shared.Refused(PROPERTY_ROOM_NUMBER);
    if (where.place().length() > Field.ORIGINAL_PLACE.limit())
      throw new karyalay.shared.Refused(
          TOO_LONG, where.place().length() + "", Field.ORIGINAL_PLACE.limit() + "");
  }

  static void require(List<Problem> problems) {
    if (!problems.isEmpty()) throw problems.getFirst().refused();
  }

  static String needed(String typed, String name) {
    if (typed.isBlank()) throw new karyalay.shared.Refused(SharedRefusal.MISSING, name);
    return typed.strip();
  }
}
