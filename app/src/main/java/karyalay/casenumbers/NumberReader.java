package karyalay.casenumbers;

import static karyalay.casenumbers.CaseNumbersRefusal.*;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.casenumbers.CaseNumber.Charge;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;

/// Reads a number as people write it (OP-141): in either script, abbreviated with zeros, dots or
/// nothing, sections before or after, year and thana left away. What it cannot read it refuses and
/// says what is expected; it never guesses the kind.
final class NumberReader {
  /// Sections that make proceedings preventive.
  private static final Set<String> PREVENTIVE = Set.of("126", "129", "135", "170");

  private static final int FIRST_YEAR = 1947;
  private static final String NUMBERED =
      "\\s*(?:संख्या|क्रमांक|सं_|स[0.]|नं_|न[0.]|no\\.?|number|#)?\\s*[:=-]?\\s*";

  private static final Map<NumberType, Pattern> KINDS = kinds();

  private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,5})(?!\\d)");
  private static final Pattern YEAR =
      Pattern.compile("\\s*(?:/|-|सन्?|वर्ष|of)\\s*(\\d{4}|\\d{2})(?![\\d:.(])");
  private static final Pattern SECTIONS_WORD =
      Pattern.compile(
          "(?:अ(?:ं|न्)?तर्गत\\s*)?(?:धारा(?:ओं|एँ|एं|ये)?|u/?s\\.?|under\\s+sections?|sections?|sec\\.?)\\s*");
  private static final Pattern SECTION =
      Pattern.compile("\\d{1,3}[a-zक-ह]?(?:\\((?:\\d{1,2}|[a-zक-ह]{1,2})\\))*(?![\\d:])");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:[,/&+]|व(?=\\s)|एवं|तथा|and)\\s*|\\s+(?=\\d)");
  private static final Pattern THANA =
      Pattern.compile("(?:थाना|कोतवाली|p\\.?s\\.?|thana|police station)\\s+");
  private static final Pattern DAY =
      Pattern.compile(
          "(?:दिनांक|दिनाँक|दि[0.]|dated?|dt\\.?|on)?\\s*(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:समय|time|at|बवक्त|वक्त|/)?\\s*(\\d{1,2})[:.](\\d{2})(?![\\d/])\\s*(am|pm)?\\s*(?:बजे|hrs?\\.?|hours?)?");
  private static final Pattern RUN_TIME =
      Pattern.compile(
          "(?:(?:समय|time|at)\\s*(\\d{2})(\\d{2})(?!\\d)|(\\d{2})(\\d{2})(?=\\s*(?:बजे|hrs?)))\\s*(?:बजे|hrs?\\.?)?");
  private static final Pattern FILLER =
      Pattern.compile(
          "[\\s,;:()./-]+|(?:रपट|बजे|दिनांक|समय|का|की|के|जनपद\\s+\\S+|चालानी|रिपोर्ट)(?=\\s|$|,)");

  private final String typed;
  private final String text;
  private final LocalDate today;
  private int at;
  private String thana = "";
  private @Nullable LocalDate day;
  private @Nullable LocalTime time;
  private final List<Charge> charges = new ArrayList<>();

  private NumberReader(String typed, LocalDate today) {
    this.typed = typed.strip();
    this.text = Spelling.plain(typed);
    this.today = today;
  }

  /// @throws Refused those of {@link CaseNumbersRefusal}
  static CaseNumber read(String typed, LocalDate today) {
    return new NumberReader(typed, today).read();
  }

  private static Map<NumberType, Pattern> kinds() {
    var kinds = new EnumMap<NumberType, String>(NumberType.class);
    kinds.put(
        NumberType.NCR,
        "एन_सी_आर_|n\\.?c\\.?r\\.?(?![a-z])|असंज्ञेय(?:\\s+(?:अपराध|रिपोर्ट|सूचना))*");
    kinds.put(
        NumberType.FIR,
        "मु_अ_सं?_|मु_अ_(?=\\s|\\d|संख्या)|मुकदमा\\s+(?:अपराध)?|प्र_सू_रि_|प्रथम\\s+सूचना\\s+रिपोर्ट|एफ_आई_आर_|f\\.?i\\.?r\\.?(?![a-z])"
            + "|(?:case\\s+)?(?:crime|cr\\.?)(?!p)(?:\\s+case)?|अ_सं_|अपराध");
    kinds.put(
        NumberType.GD,
        "(?:जी_डी_|g\\.?d\\.?(?![a-z])|रो_आम?_|रोजनामचा(?:\\s*आम)?)\\s*(?:रपट|entry|एंट्री)?|रपट");
    kinds.put(
        NumberType.MISSING,
        "गुमशुदगी(?:\\s+(?:रिपोर्ट|सूचना))?|गुम_(?=सं|\\s|\\d)|missing(?:\\s+(?:person|report))*|mpr?(?![a-z])");
    kinds.put(NumberType.PREVENTIVE, "निरोधात्मक|चालानी(?:\\s+रिपोर्ट)?|preventive");
    var patterns = new EnumMap<NumberType, Pattern>(NumberType.class);
    kinds.forEach((type, pattern) ->
        patterns.put(
            type,
            Pattern.compile(
                "(?:" + Spelling.abbreviations(pattern) + ")" + Spelling.abbreviations(NUMBERED))));
    return patterns;
  }

  private CaseNumber read() {
    if (take(THANA) != null) thana();
    NumberType type = kind();
    if (type == NumberType.GD) return diaryEntry();
    int number = number(type);
    int year = number == 0 ? today.getYear() : year();
    rest();
    if (type == NumberType.PREVENTIVE) requirePreventive();
    refuseHour();
    return new CaseNumber(type, number, year, List.copyOf(charges), thana, null, null);
  }

  private CaseNumber diaryEntry() {
    int number = number(NumberType.GD);
    rest();
    if (time == null) throw new Refused(TIME_MISSING);
    LocalDate on = day == null ? today : day;
    if (on.isAfter(today)) throw new Refused(DAY_UNCLEAR, typed);
    return new CaseNumber(
        NumberType.GD, number, on.getYear(), List.copyOf(charges), thana, on, time);
  }

  private NumberType kind() {
    for (var kind :
        List.of(
            NumberType.NCR,
            NumberType.FIR,
            NumberType.GD,
            NumberType.MISSING,
            NumberType.PREVENTIVE))
      if (take(java.util.Objects.requireNonNull(KINDS.get(kind))) != null) return kind;
    // "126/135 बीएनएसएस" names its kind by its sections.
    int begun = at;
    take(SECTIONS_WORD);
    Matcher section = SECTION.matcher(text).region(at, text.length());
    boolean preventive = section.lookingAt() && PREVENTIVE.contains(section.group());
    at = begun;
    if (!preventive) throw new Refused(KIND_UNCLEAR, typed);
    return NumberType.PREVENTIVE;
  }

  private int number(NumberType type) {
    int begun = at;
    boolean unnumbered = type == NumberType.PREVENTIVE && sectionsAhead();
    at = begun;
    if (unnumbered) return 0;
    Matcher number = take(NUMBER);
    if (number == null || number.group(1).equals("0"))
      throw new Refused(NUMBER_MISSING, type.words());
    return Integer.parseInt(number.group(1));
  }

  /// Whether sections with their act stand here, and so no number.
  private boolean sectionsAhead() {
    if (take(SECTIONS_WORD) != null) return true;
    List<String> found = sections();
    while (take(Pattern.compile("\\s+")) != null) continue;
    return !found.isEmpty() && Law.at(text, at).isPresent();
  }

  private int year() {
    Matcher year = take(YEAR);
    if (year == null) {
      if (Pattern.compile("\\s*/").matcher(text).region(at, text.length()).lookingAt())
        throw new Refused(YEAR_UNCLEAR, typed);
      return today.getYear();
    }
    int value = Integer.parseInt(year.group(1));
    if (year.group(1).length() == 2) value += value <= today.getYear() % 100 ? 2000 : 1900;
    if (value > today.getYear() || value < FIRST_YEAR) throw new Refused(YEAR_UNCLEAR, typed);
    return value;
  }

  /// Sections, thana, day and hour, in whatever order they stand.
  private void rest() {
    while (at < text.length()) {
      int before = at;
      if (take(THANA) != null) thana();
      else if (take(SECTIONS_WORD) != null) charge(true);
      else if (day() || hour() || take(FILLER) != null) continue;
      else charge(false);
      if (at == before) throw new Refused(NOT_UNDERSTOOD, text.substring(at));
    }
  }

  /// The name of a thana: until a comma, a digit, or a word that begins something else.
  private void thana() {
    Matcher name =
        take(
            Pattern.compile(
                "((?:(?!(?:धारा|अ(?:ं|न्)?तर्गत|जनपद|समय|दिनांक|u/?s|मु[\\s0.]*अ|एन[\\s0.]*सी|जी[\\s0.]*डी|गुमशुदगी|fir|ncr|gd)(?:\\s|\\d|[0.]))\\p{L}[\\p{L}\\p{M}\\p{Nd}.()-]*\\s*)+)"));
    if (name == null) throw new Refused(THANA_UNKNOWN, typed);
    thana = name.group(1).strip();
  }

  /// Sections with the act they are of; an act that stands before them is as good.
  private void charge(boolean announced) {
    int begun = at;
    var before = Law.at(text, at);
    if (before.isPresent()) {
      at = before.get().end();
      while (take(FILLER) != null) continue;
      take(SECTIONS_WORD);
    }
    List<String> found = sections();
    if (found.isEmpty()) {
      if (announced || before.isPresent())
        throw new Refused(SECTIONS_UNCLEAR, text.substring(begun));
      at = begun;
      return;
    }
    while (take(Pattern.compile("\\s+")) != null) continue;
    var after = before.isPresent() ? before : Law.at(text, at);
    if (after.isEmpty()) throw new Refused(SECTIONS_UNCLEAR, text.substring(begun));
    if (before.isEmpty()) at = after.get().end();
    charges.add(new Charge(found, after.get().law()));
    take(Pattern.compile("\\s*(?:[,&+]|व(?=\\s)|एवं|तथा|and)\\s*"));
  }

  private List<String> sections() {
    var found = new ArrayList<String>();
    Matcher section = take(SECTION);
    while (section != null) {
      found.add(section.group());
      int after = at;
      section = take(BETWEEN) == null ? null : take(SECTION);
      if (section == null) at = after;
    }
    return List.copyOf(found);
  }

  private boolean day() {
    Matcher found = take(DAY);
    if (found == null) return false;
    int year = Integer.parseInt(found.group(3));
    try {
      day =
          LocalDate.of(
              year < 100 ? 2000 + year : year,
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(1)));
    } catch (DateTimeException e) {
      throw new Refused(DAY_UNCLEAR, found.group());
    }
    return true;
  }

  private boolean hour() {
    Matcher run = take(RUN_TIME);
    if (run != null) {
      boolean first = run.group(1) != null;
      time = time(run.group(first ? 1 : 3), run.group(first ? 2 : 4), "", run.group());
      return true;
    }
    Matcher found = take(TIME);
    if (found == null) return false;
    String half = found.group(3) == null ? "" : found.group(3);
    time = time(found.group(1), found.group(2), half, found.group());
    return true;
  }

  private static LocalTime time(String hours, String minutes, String half, String typed) {
    int hour = Integer.parseInt(hours);
    if (half.equals("pm") && hour < 12) hour += 12;
    if (half.equals("am") && hour == 12) hour = 0;
    try {
      return LocalTime.of(hour, Integer.parseInt(minutes));
    } catch (DateTimeException e) {
      throw new Refused(TIME_UNCLEAR, typed);
    }
  }

  private void requirePreventive() {
    boolean all =
        !charges.isEmpty()
            && charges.stream()
                .allMatch(charge ->
                    charge.law() == Law.BNSS
                        && charge.sections().stream()
                            .allMatch(one -> PREVENTIVE.contains(one.replaceAll("\\(.*", ""))));
    if (!all) throw new Refused(SECTIONS_NOT_PREVENTIVE);
  }

  /// Only a diary entry has an hour; a day of a case is in its papers.
  private void refuseHour() {
    if (time != null) throw new Refused(NOT_UNDERSTOOD, time.toString());
  }

  private @Nullable Matcher take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt() || matcher.end() == at) return null;
    at = matcher.end();
    return matcher;
  }
}
