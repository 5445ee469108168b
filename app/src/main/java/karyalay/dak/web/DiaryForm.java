package karyalay.dak.web;

import static karyalay.dak.DakRefusal.DATE_UNCLEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import karyalay.dak.Arrival;
import karyalay.dak.Field;
import karyalay.dak.Original;
import karyalay.dak.Particulars;
import karyalay.dak.Problem;
import karyalay.dak.Questions;
import karyalay.dak.Sender;
import karyalay.dak.Shape;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;
import karyalay.shared.ContentId;
import karyalay.shared.Refused;
import karyalay.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The diary form as it was typed. What cannot be read is kept as typed and named as a problem;
/// nothing typed is lost.
///
/// @param typed by the names of the inputs, which are the codes of {@link Field}
public record DiaryForm(MultiValueMap<String, String> typed) {

  /// Name of the input that says which letter of a pile the form is about.
  static final String LETTER = "letter";

  /// The letter of a pile that it is about; empty for any other.
  Optional<UUID> letter() {
    String text = text(LETTER);
    return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
  }

  /// Under what its draft is kept: that of an entry or a letter is not that of a new one.
  @Nullable ContentId draft(@Nullable ContentId entry) {
    return entry == null ? letter().map(ContentId::new).orElse(null) : entry;
  }

  /// What was read, and what could not be.
  record Parsed(Particulars particulars, List<Problem> problems) {}

  static DiaryForm empty() {
    return new DiaryForm(new LinkedMultiValueMap<>());
  }

  /// A form that shows what is written already.
  static DiaryForm of(Particulars it) {
    var typed = new LinkedMultiValueMap<String, String>();
    for (Field field : Field.values()) typed.set(name(field), field.of(it));
    DiaryForm.date(typed, Field.RECEIVED, it.arrival().received());
    DiaryForm.date(typed, Field.LETTER_DATE, it.arrival().letterDate());
    return new DiaryForm(typed);
  }

  private static void date(
      MultiValueMap<String, String> typed, Field field, @Nullable LocalDate day) {
    if (day != null)
      typed.set(
          name(field),
          String.format(
              Locale.ROOT,
              "%02d-%02d-%04d",
              day.getDayOfMonth(),
              day.getMonthValue(),
              day.getYear()));
  }

  static String name(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String text(Field field) {
    return text(name(field));
  }

  public String text(String name) {
    String value = typed.getFirst(name);
    return value == null ? "" : value.strip();
  }

  public boolean is(Field field, String value) {
    return text(field).equals(value);
  }

  Shape shape() {
    return choice(Field.SHAPE, Shape.class, Shape.LETTER);
  }

  /// Ids of documents that were sent before the form.
  List<UUID> uploads() {
    return all("upload").map(UUID::fromString).distinct().toList();
  }

  /// Marking abbreviations, each input with one or more.
  List<String> to() {
    return Addressees.split(many("to"));
  }

  /// All that was typed under one name.
  public List<String> many(String name) {
    return all(name).toList();
  }

  private Stream<String> all(String name) {
    return typed.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(one -> !one.isEmpty());
  }

  /// By when the addressee should be done; empty takes the usual limit.
  ///
  /// @throws Refused `DATE_UNCLEAR`
  Optional<LocalDate> due(LocalDate today) {
    String text = text("due");
    if (text.isEmpty()) return Optional.empty();
    var day = TypedDate.coming(text, today);
    if (day.isEmpty()) throw new Refused(DATE_UNCLEAR, text);
    return day;
  }

  /// Reads it.
  ///
  /// @param paper whether what comes by a delivery mode is on paper
  Parsed parse(LocalDate today, Predicate<String> paper) {
    var problems = new ArrayList<Problem>();
    LocalDate received = day(Field.RECEIVED, today, problems);
    LocalDate dated = day(Field.LETTER_DATE, today, problems);
    String mode = text(Field.MODE);
    boolean physical = text(Field.PHYSICAL).isEmpty() ? paper.test(mode) : yes(Field.PHYSICAL);
    var particulars =
        new Particulars(
            shape(),
            new Arrival(received == null ? today : received, dated, mode, physical),
            text(Field.LETTER_NUMBER),
            text(Field.FORM),
            text(Field.LANGUAGE),
            yes(Field.VIP),
            text(Field.BY_NAME),
            sender(),
            text(Field.CATEGORY),
            text(Field.SUBCATEGORY),
            text(Field.SUBJECT),
            text(Field.GIST),
            choice(Field.URGENCY, Urgency.class, Urgency.ORDINARY),
            choice(Field.CLASSIFICATION, Classification.class, Classification.NORMAL),
            text(Field.REMARKS),
            lines(Field.ENCLOSURES),
            lines(Field.MISSING),
            new Original(
                choice(Field.ORIGINAL, Original.Keeping.class, Original.Keeping.BUNDLE),
                text(Field.ORIGINAL_PLACE)),
            questions());
    return new Parsed(particulars, problems);
  }

  private Sender sender() {
    return new Sender(
        text(Field.SENDER_NAME),
        text(Field.SENDER_FATHER),
        text(Field.SENDER_DESIGNATION),
        text(Field.SENDER_ORGANISATION),
        text(Field.SENDER_DEPARTMENT),
        text(Field.SENDER_ADDRESS),
        text(Field.SENDER_VILLAGE),
        text(Field.SENDER_THANA),
        text(Field.SENDER_DISTRICT),
        text(Field.SENDER_STATE),
        digits(Field.SENDER_PIN),
        digits(Field.SENDER_MOBILE),
        text(Field.SENDER_PHONE),
        text(Field.SENDER_EMAIL));
  }

  private Questions questions() {
    return new Questions(
        answer(Field.DANGER),
        answer(Field.COGNIZABLE),
        answer(Field.WOMAN_CHILD),
        answer(Field.SC_ST),
        answer(Field.AGAINST_POLICE),
        answer(Field.BEFORE_COURT));
  }

  private @Nullable LocalDate day(Field field, LocalDate today, List<Problem> problems) {
    String text = text(field);
    if (text.isEmpty()) return null;
    Optional<LocalDate> day = TypedDate.parse(text, today);
    if (day.isEmpty()) problems.add(new Problem(field, DATE_UNCLEAR, List.of(text)));
    return day.orElse(null);
  }

  private @Nullable Boolean answer(Field field) {
    return switch (text(field)) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private boolean yes(Field field) {
    return text(field).equals("true");
  }

  private List<String> lines(Field field) {
    return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// Digits of either script, spaces and hyphens between them dropped.
  private String digits(Field field) {
    return TypedDate.digits(text(field)).replaceAll("[\\s-]", "");
  }

  private <E extends Enum<E>> E choice(Field field, Class<E> type, E otherwise) {
    String text = text(field);
    for (E one : type.getEnumConstants()) if (one.name().equals(text)) return one;
    return otherwise;
  }
}
