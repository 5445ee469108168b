package karyalay.golive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import karyalay.organisation.Folding;

/// The columns of both sheets, with every heading under which they are known.
public enum Column {
  PNO(Load.Kind.PEOPLE, true, "पीएनओ", "पुलिस संख्या", "PNO", "Police number"),
  NAME_HI(Load.Kind.PEOPLE, true, "नाम", "नाम (हिन्दी)", "Name Hindi", "Name (Hindi)"),
  NAME_EN(Load.Kind.PEOPLE, false, "नाम (अंग्रेजी)", "Name", "Name (English)", "Name English"),
  MOBILE(Load.Kind.PEOPLE, true, "मोबाइल", "मोबाइल नंबर", "Mobile", "Mobile number"),
  GENDER(Load.Kind.PEOPLE, false, "लिंग", "Gender", "Sex"),
  RANK(Load.Kind.PEOPLE, true, "रैंक", "पदनाम रैंक", "Rank"),
  JOINED(Load.Kind.PEOPLE, false, "आमद दिनांक", "आमद", "Date of joining", "Joined"),
  EMAIL(Load.Kind.PEOPLE, false, "ई-मेल", "E-mail", "Email"),
  OFFICE(Load.Kind.PEOPLE, false, "कार्यालय", "थाना", "Office", "Thana"),
  POST(Load.Kind.PEOPLE, false, "पद", "पद संक्षेप", "Post", "Post code"),
  DESIGNATION_HI(Load.Kind.PEOPLE, false, "पदनाम", "Designation (Hindi)"),
  DESIGNATION_EN(Load.Kind.PEOPLE, false, "पदनाम (अंग्रेजी)", "Designation"),
  HEAD(Load.Kind.PEOPLE, false, "कार्यालयाध्यक्ष", "Head of office", "Head"),
  OLD_NUMBER(
      Load.Kind.BALANCE, true, "पुरानी सं0", "पुरानी संख्या", "क्रमांक", "Old no.", "Old number"),
  DATED(Load.Kind.BALANCE, true, "दिनांक", "प्राप्ति दिनांक", "Date", "Received"),
  SENDER(Load.Kind.BALANCE, true, "प्रेषक", "आवेदक", "Sender", "From"),
  SUBJECT(Load.Kind.BALANCE, true, "विषय", "Subject"),
  HELD_BY(Load.Kind.BALANCE, true, "किसके पास", "Held with", "With"),
  DUE(Load.Kind.BALANCE, false, "नियत", "नियत तिथि", "नियत दिनांक", "Due", "Due date");

  private final Load.Kind kind;
  private final boolean needed;
  private final List<String> headings;

  Column(Load.Kind kind, boolean needed, String... headings) {
    this.kind = kind;
    this.needed = needed;
    this.headings = List.of(headings);
  }

  public Load.Kind kind() {
    return kind;
  }

  /// Whether each row must have it.
  public boolean needed() {
    return needed;
  }

  /// As the template heads it.
  public String heading() {
    return headings.getFirst();
  }

  /// Key of its name among the words.
  public String key() {
    return "golive.column." + name().toLowerCase(Locale.ROOT);
  }

  static List<Column> of(Load.Kind kind) {
    return Arrays.stream(values()).filter(column -> column.kind == kind).toList();
  }

  /// The column that a heading names, whatever its script, case and points.
  static Optional<Column> of(Load.Kind kind, String heading) {
    String key = Folding.key(heading);
    if (key.isEmpty()) return Optional.empty();
    return of(kind).stream()
        .filter(
            column -> column.headings.stream().anyMatch(known -> Folding.key(known).equals(key)))
        .findFirst();
  }
}
