package karyalay.dak.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import karyalay.casenumbers.CaseNumbers;
import karyalay.casenumbers.web.CaseNumbersView;
import karyalay.dak.Field;
import karyalay.dak.KeptApart;
import karyalay.dak.MissingEnclosure;
import karyalay.dak.Original;
import karyalay.dak.Particulars;
import karyalay.dak.Receipt;
import karyalay.dak.ReceiptReading.Details;
import karyalay.dak.ReceiptReading.Notes;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Viewer;
import karyalay.desk.web.PreparedBox;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// A receipt as it is shown: what is written, the scan, and what may be done with it.
///
/// @param facts label and value of what is written, in the order of the form
/// @param on the numbers it is about, and what they link it with (OP-141)
/// @param prepared what waits for the holder's approval, and where the reader prepares for him
public record ReceiptView(
    Page page,
    Details details,
    Viewer viewer,
    List<Fact> facts,
    CaseNumbers.OnPaper on,
    boolean here,
    PreparedBox.View prepared) {

  /// One written field.
  public record Fact(String label, String value) {}

  static ReceiptView of(
      Page page,
      Details details,
      Viewer viewer,
      Choices choices,
      CaseNumbers.OnPaper on,
      karyalay.shared.Caller caller,
      PreparedBox.View prepared) {
    boolean here = details.card().paper().heldBy(caller.seat().post());
    return new ReceiptView(
        page, details, viewer, facts(page, details, choices, caller), on, here, prepared);
  }

  /// The numbers with their field.
  public CaseNumbersView numbers() {
    return new CaseNumbersView(page, paper().id(), paper().number(), path(), on, onDesk());
  }

  /// What came with it and is kept apart.
  public List<KeptApart> apart() {
    return details.apart();
  }

  /// Whether there is an original to be kept.
  public boolean onPaper() {
    return receipt().particulars().arrival().physical();
  }

  /// Where the original is, in words.
  public String original() {
    return where(receipt().particulars().original());
  }

  public String where(Original original) {
    return BundleView.where(page, original);
  }

  /// Where something kept apart was before, oldest first.
  public String before(KeptApart one) {
    return one.places().stream()
        .limit(one.places().size() - 1L)
        .map(step -> where(step.where()) + " (" + page.dates().day(step.at()) + ")")
        .collect(Collectors.joining("; "));
  }

  /// When and with whom the physical paper was last seen; empty when it never was.
  public String sighted() {
    Instant at = notes().sighted();
    return at == null
        ? ""
        : page.t(
            "dak.sighted",
            page.name(notes().sightedHi(), notes().sightedEn()),
            page.dates().time(at));
  }

  /// Whether this post may say where the original is now.
  public boolean keepsOriginal() {
    return here || mine();
  }

  public Paper paper() {
    return details.card().paper();
  }

  public Receipt receipt() {
    return details.receipt();
  }

  public Notes notes() {
    return details.notes();
  }

  public String path() {
    return "/receipts/" + paper().id();
  }

  public String papers() {
    return "/papers/" + paper().id();
  }

  public boolean onDesk() {
    return here && paper().place() instanceof Place.OnDesk;
  }

  public boolean toReceive() {
    return here && paper().place() instanceof Place.InTransit;
  }

  public boolean closed() {
    return paper().place() instanceof Place.Closed;
  }

  public boolean editable() {
    return onDesk() && paper().lead();
  }

  /// Whether this post may open the closed cover.
  public boolean openable() {
    return editable() && receipt().sealed() && !mine();
  }

  /// Whether this post diarised it.
  public boolean mine() {
    return page.caller() != null && page.caller().seat().post().equals(receipt().post());
  }

  public boolean offenceOpen() {
    return receipt().firStep() == Receipt.FirStep.OPEN;
  }

  public List<MissingEnclosure> missing() {
    return details.enclosures().stream().filter(MissingEnclosure::open).toList();
  }

  /// Those that came later, or were waived with a reason (OP-30).
  public List<MissingEnclosure> settled() {
    return details.enclosures().stream().filter(one -> !one.open()).toList();
  }

  /// When one was settled.
  public Instant on(MissingEnclosure one) {
    return java.util.Objects.requireNonNullElse(one.settled(), one.since());
  }

  public String holder() {
    return details
        .card()
        .holder()
        .map(chair ->
            chair.mark()
                + " · "
                + chair.designation(page.language())
                + ", "
                + chair.office(page.language()))
        .orElse("");
  }

  public String due() {
    Instant due = paper().dueAt();
    return due == null ? "" : page.dates().day(due.minusNanos(1));
  }

  /// Whether no gazetted officer saw it in time (OP-33).
  public boolean unseen() {
    var given = receipt().number();
    return given.seenAt() == null && given.seeBy() != null && given.seeBy().isBefore(Instant.now());
  }

  static List<Fact> facts(
      Page page, Details details, Choices choices, karyalay.shared.Caller caller) {
    Particulars it = details.receipt().particulars();
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(page.t("diarised-date"), page.dates().time(details.receipt().number().at())));
    facts.add(day(page, Field.RECEIVED, it.arrival().received()));
    for (Field field : SHOWN) {
      String value = value(page, field, it, choices, caller);
      if (!value.isEmpty()) facts.add(new Fact(label(page, field, it), value));
    }
    return facts;
  }

  private static String label(Page page, Field field, Particulars it) {
    return page.t(it.petition() && field == Field.SENDER_NAME ? "applicant" : field.key());
  }

  private static Fact day(Page page, Field field, @Nullable LocalDate day) {
    return new Fact(page.t(field.key()), day == null ? "" : page.dates().day(day));
  }

  private static String value(
      Page page, Field field, Particulars it, Choices choices, karyalay.shared.Caller caller) {
    String text = field.of(it);
    LocalDate dated = it.arrival().letterDate();
    return switch (field) {
      case LETTER_DATE -> dated == null ? "" : page.dates().day(dated);
      case MODE -> choices.name("DELIVERY_MODE", text, caller);
      case CATEGORY, SUBCATEGORY -> choices.name("CATEGORY", text, caller);
      case FORM -> choices.name("FORM", text, caller);
      case LANGUAGE -> choices.name("LANGUAGE", text, caller);
      case VIP -> it.vip() ? page.t("yes") : "";
      case DANGER, COGNIZABLE, WOMAN_CHILD, SC_ST, AGAINST_POLICE, BEFORE_COURT ->
          text.isEmpty() ? "" : page.t(text.equals("true") ? "yes" : "no");
      default -> text;
    };
  }

  private static final List<Field> SHOWN =
      List.of(
          Field.MODE,
          Field.BY_NAME,
          Field.SENDER_NAME,
          Field.SENDER_FATHER,
          Field.SENDER_MOBILE,
          Field.SENDER_DESIGNATION,
          Field.SENDER_ORGANISATION,
          Field.SENDER_DEPARTMENT,
          Field.SENDER_ADDRESS,
          Field.SENDER_VILLAGE,
          Field.SENDER_THANA,
          Field.SENDER_DISTRICT,
          Field.SENDER_STATE,
          Field.SENDER_PIN,
          Field.SENDER_PHONE,
          Field.SENDER_EMAIL,
          Field.LETTER_NUMBER,
          Field.LETTER_DATE,
          Field.SUBJECT,
          Field.GIST,
          Field.CATEGORY,
          Field.SUBCATEGORY,
          Field.VIP,
          Field.FORM,
          Field.LANGUAGE,
          Field.DANGER,
          Field.COGNIZABLE,
          Field.WOMAN_CHILD,
          Field.SC_ST,
          Field.AGAINST_POLICE,
          Field.BEFORE_COURT,
          Field.ENCLOSURES,
          Field.REMARKS);
}
