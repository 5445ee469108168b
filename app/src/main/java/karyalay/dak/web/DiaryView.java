package karyalay.dak.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import karyalay.dak.DakRefusal;
import karyalay.dak.Earlier;
import karyalay.dak.Field;
import karyalay.dak.Original;
import karyalay.dak.Problem;
import karyalay.dak.Shape;
import karyalay.desk.Classification;
import karyalay.desk.Upload;
import karyalay.desk.Urgency;
import karyalay.web.Page;

/// The diary form (W2): as typed, with what is wrong at each field.
///
/// @param purpose what the form is for; decides its address and its buttons
/// @param action where it goes
/// @param refusal a sentence about the whole; empty without one
/// @param marked fields with a mandatory mark: true where the field is required, false where one of
///   its group is
/// @param done what was just given a number; its number stays for writing on the paper
/// @param restored when what is shown was kept while it was typed; empty when it is not
public record DiaryView(
    Page page,
    Purpose purpose,
    String action,
    DiaryForm form,
    List<Problem> problems,
    String refusal,
    Map<Field, Boolean> marked,
    List<Upload> uploads,
    DiaryLists lists,
    List<Earlier> earlier,
    Offers offers,
    Done done,
    String restored) {

  /// What the form is for.
  public enum Purpose {
    NEW,
    ENTRY,
    CORRECTION,
    OPENING
  }

  /// What is offered and never filled in: a category, and whom dak of this sender went to last.
  public record Offers(String category, String categoryName, String addressee) {
    static final Offers NONE = new Offers("", "", "");
  }

  /// @param number empty when nothing was diarised just now
  /// @param place where its original lies, to be pencilled on it too; empty without paper
  public record Done(String number, String address, String pavati, String place) {
    static final Done NOTHING = new Done("", "", "", "");
  }

  /// One field as it stands in the form.
  ///
  /// @param mark `*` required, `◇` one of a group; empty without a mandatory mark
  public record Input(
      String name, String label, String value, String error, String mark, int limit) {
    public boolean wrong() {
      return !error.isEmpty();
    }
  }

  public Shape shape() {
    return form.shape();
  }

  public boolean petition() {
    return shape() == Shape.PETITION;
  }

  public boolean cover() {
    return shape() == Shape.COVER;
  }

  /// Whether it has no number yet.
  public boolean fresh() {
    return purpose == Purpose.NEW || purpose == Purpose.ENTRY;
  }

  /// The entry it goes on from, or the letter of a pile, as its draft names it; empty for a new
  /// one.
  public String entry() {
    return purpose == Purpose.ENTRY
        ? action.substring(action.lastIndexOf('/') + 1)
        : form.text(DiaryForm.LETTER);
  }

  public Input input(Field field) {
    return new Input(
        DiaryForm.name(field),
        page.t(label(field)),
        form.text(field),
        problems.stream()
            .filter(problem -> problem.field() == field)
            .map(this::sentence)
            .collect(Collectors.joining(" ")),
        mark(field),
        field.limit());
  }

  private String mark(Field field) {
    Boolean required = marked.get(field);
    return required == null ? "" : required ? "*" : "◇";
  }

  /// A petition calls its sender the applicant.
  private String label(Field field) {
    return petition() && field == Field.SENDER_NAME ? "applicant" : field.key();
  }

  private String sentence(Problem problem) {
    boolean names =
        problem.reason() == DakRefusal.FIELD_NEEDED || problem.reason() == DakRefusal.ONE_OF_NEEDED;
    Object[] arguments =
        names
            ? new Object[] {labels(problem.arguments().getFirst().toString())}
            : problem.arguments().toArray();
    return page.t(problem.reason().key(), arguments);
  }

  private String labels(String fields) {
    return Arrays.stream(fields.split(", "))
        .map(name -> page.t(label(Field.valueOf(name))))
        .collect(Collectors.joining(", "));
  }

  public boolean is(Field field, String value) {
    return form.is(field, value);
  }

  /// Whether an option of a list is the chosen one; the first stands for "nothing chosen yet".
  public boolean chosen(Field field, String value, String first) {
    return form.text(field).isEmpty() ? value.equals(first) : form.is(field, value);
  }

  public Shape[] shapes() {
    return Shape.values();
  }

  public Urgency[] urgencies() {
    return Urgency.values();
  }

  public Classification[] classes() {
    return Classification.values();
  }

  public Original.Keeping[] keepings() {
    return Original.Keeping.values();
  }

  /// The six questions of every petition, danger first (CP-10).
  public List<Question> questions() {
    return List.of(
        new Question(Field.DANGER, "danger-now"),
        new Question(Field.COGNIZABLE, "ask-cognizable"),
        new Question(Field.WOMAN_CHILD, "ask-woman-child"),
        new Question(Field.SC_ST, "ask-sc-st"),
        new Question(Field.AGAINST_POLICE, "ask-against-police"),
        new Question(Field.BEFORE_COURT, "ask-before-court"));
  }

  /// @param words key of the question
  public record Question(Field field, String words) {
    public String name() {
      return DiaryForm.name(field);
    }
  }

  /// Whether "more" must stand open: something in it is wrong.
  public boolean more() {
    return problems.stream().anyMatch(problem -> MORE.contains(problem.field()));
  }

  private static final Set<Field> MORE =
      Set.of(
          Field.RECEIVED,
          Field.BY_NAME,
          Field.SENDER_DEPARTMENT,
          Field.SENDER_PIN,
          Field.SENDER_PHONE,
          Field.SENDER_EMAIL,
          Field.REMARKS,
          Field.ENCLOSURES,
          Field.MISSING,
          Field.FORM,
          Field.LANGUAGE,
          Field.SUBCATEGORY);

  /// Address of an earlier one.
  public String earlier(Earlier one) {
    return page.link("/receipts/" + one.paper());
  }

  public boolean sameLetter(Earlier one) {
    return one.why() == Earlier.Why.SAME_LETTER;
  }
}
