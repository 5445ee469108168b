package karyalay.dak;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of the diary, one by one: for mandatory marks, lengths and the history of changes.
public enum Field {
  SHAPE(10, p -> p.shape().name()),
  RECEIVED(10, p -> p.arrival().received().toString()),
  LETTER_DATE(10, p -> date(p.arrival().letterDate())),
  MODE(40, p -> p.arrival().mode()),
  PHYSICAL(5, p -> String.valueOf(p.arrival().physical())),
  LETTER_NUMBER(80, Particulars::letterNumber),
  FORM(40, Particulars::form),
  LANGUAGE(10, Particulars::language),
  VIP(5, p -> String.valueOf(p.vip())),
  BY_NAME(120, Particulars::byName),
  SENDER_NAME(120, p -> p.sender().name()),
  SENDER_FATHER(120, p -> p.sender().father()),
  SENDER_DESIGNATION(120, p -> p.sender().designation()),
  SENDER_ORGANISATION(160, p -> p.sender().organisation()),
  SENDER_DEPARTMENT(120, p -> p.sender().department()),
  SENDER_ADDRESS(300, p -> p.sender().address()),
  SENDER_VILLAGE(80, p -> p.sender().village()),
  SENDER_THANA(80, p -> p.sender().thana()),
  SENDER_DISTRICT(80, p -> p.sender().district()),
  SENDER_STATE(80, p -> p.sender().state()),
  SENDER_PIN(6, p -> p.sender().pin()),
  SENDER_MOBILE(10, p -> p.sender().mobile()),
  SENDER_PHONE(20, p -> p.sender().phone()),
  SENDER_EMAIL(120, p -> p.sender().email()),
  CATEGORY(60, Particulars::category),
  SUBCATEGORY(60, Particulars::subcategory),
  SUBJECT(500, Particulars::subject),
  GIST(300, Particulars::gist),
  URGENCY(20, p -> p.urgency().name()),
  CLASSIFICATION(20, p -> p.classification().name()),
  REMARKS(1000, Particulars::remarks),
  ENCLOSURES(2000, p -> String.join("\n", p.enclosures())),
  MISSING(2000, p -> String.join("\n", p.missing())),
  ORIGINAL(20, p -> p.original().keeping().name()),
  ORIGINAL_PLACE(80, p -> p.original().place()),
  DANGER(5, p -> answer(p.questions().danger())),
  COGNIZABLE(5, p -> answer(p.questions().cognizable())),
  WOMAN_CHILD(5, p -> answer(p.questions().womanChild())),
  SC_ST(5, p -> answer(p.questions().scSt())),
  AGAINST_POLICE(5, p -> answer(p.questions().againstPolice())),
  BEFORE_COURT(5, p -> answer(p.questions().beforeCourt()));

  private final int limit;
  private final Function<Particulars, String> value;

  Field(int limit, Function<Particulars, String> value) {
    this.limit = limit;
    this.value = value;
  }

  /// Reads a code like `sender-name`; anything else is {@link IllegalArgumentException}.
  static Field of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// What stands in it, as text; empty when nothing does.
  public String of(Particulars particulars) {
    return value.apply(particulars).strip();
  }

  /// Most characters it takes.
  public int limit() {
    return limit;
  }

  /// Key of its label.
  public String key() {
    return "dak.field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The dates and the delivery mode, which no one changes after the number is given (OP-23), and
  /// whether it is paper at all. Urgency and class are changed on the paper, by doors of the desk.
  boolean fixed() {
    return switch (this) {
      case RECEIVED, LETTER_DATE, MODE, PHYSICAL, URGENCY, CLASSIFICATION -> true;
      default -> false;
    };
  }

  /// Whether an outside of a closed cover can show it (OP-17).
  boolean outer() {
    return switch (this) {
      case SUBJECT, GIST, CATEGORY, SUBCATEGORY, ENCLOSURES, MISSING, FORM, LETTER_DATE -> false;
      default -> true;
    };
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static String answer(@Nullable Boolean answer) {
    return answer == null ? "" : Objects.toString(answer);
  }
}
