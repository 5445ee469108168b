package karyalay.drafts;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Furniture;
import karyalay.rendering.Manner;
import karyalay.rendering.PageFormat;
import karyalay.rendering.Print;
import karyalay.rendering.Run;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;

/// Lays a letter out as its form asks (OP-71, OP-80). A draft and the letter that is signed are one
/// and the same layout: only number, date, signature and the word across the page differ.
final class LetterPrint {
  /// Names the place of the signature in the finished pages.
  static final String SIGNATURE = "signature";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT);
  private static final double SIGNATURE_WIDTH = 210;

  private final Words words;
  private final Wording letter;
  private final Signatory signatory;
  private final Letterhead.Lines head;
  private final @Nullable Issue issue;
  private final Shape shape;
  private final Language language;
  private final List<Block> blocks = new ArrayList<>();

  private LetterPrint(
      Words words,
      Wording letter,
      Signatory signatory,
      Letterhead.Lines head,
      @Nullable Issue issue) {
    this.words = words;
    this.letter = letter;
    this.signatory = signatory;
    this.head = head;
    this.issue = issue;
    this.shape = Shape.of(letter.form());
    this.language = letter.language().equals("en") ? Language.EN : Language.HI;
  }

  /// @param original the number of the copy of a मूल; 0 for a letter that is none
  /// @param issue null for a draft
  static Print of(
      Words words,
      Wording letter,
      Signatory signatory,
      Letterhead.Lines head,
      @Nullable Issue issue,
      int original) {
    return new LetterPrint(words, letter, signatory, head, issue).print(original);
  }

  private Print print(int original) {
    head();
    numbers();
    if (shape.addressed() == Shape.Addressed.TOP) addressees("drafts.print.to");
    matter();
    closing();
    if (shape.addressed() != Shape.Addressed.TOP) foot();
    enclosures();
    copies();
    endorsements();
    return new Print(title(), language, PageFormat.A4, furniture(original), List.copyOf(blocks));
  }

  private String title() {
    return letter.subject().isBlank() ? name() : name() + ": " + letter.subject();
  }

  private String name() {
    return t(letter.form().key());
  }

  private Furniture furniture(int original) {
    String mark = original == 0 ? "" : t("drafts.print.original", Integer.toString(original));
    Furniture bare = Furniture.NUMBERED.head(issue == null ? "" : issue.number(), mark);
    if (issue == null) return bare.watermark(t("drafts.print.draft"));
    String address = head.verify().isBlank() ? "" : head.verify() + "/verify/" + issue.code();
    return bare.verified(issue.code(), address);
  }

  private void head() {
    if (!head.force().isBlank()) add(centred(Run.of(head.force())).after(0), head.force());
    blocks.add(new Block.Heading(1, List.of(Run.bold(head.office()).scaled(1.2)), Align.CENTRE));
    String contact =
        joined(
            head.address(),
            head.phone().isBlank() ? "" : t("drafts.print.phone", head.phone()),
            head.email().isBlank() ? "" : t("drafts.print.email", head.email()));
    if (!contact.isBlank())
      blocks.add(Block.Paragraph.of(Manner.CENTRED.after(2), Run.of(contact).scaled(0.85)));
    blocks.add(new Block.Rule(0.8));
    blocks.add(new Block.Space(4));
  }

  private static Manner centred(Run run) {
    return Manner.CENTRED.after(run.text().isEmpty() ? 0 : 2);
  }

  private void add(Manner manner, String text) {
    blocks.add(Block.Paragraph.of(manner, Run.of(text)));
  }

  private static String joined(String... parts) {
    return String.join(
        "  ·  ", java.util.Arrays.stream(parts).filter(part -> !part.isBlank()).toList());
  }

  private void numbers() {
    String number = issue == null ? letter.prefix() + "________" : issue.number();
    String day = issue == null ? "________" : DAY.format(issue.on());
    blocks.add(Block.Sides.of(t(shape.numberLabel(), number), t("drafts.print.date", day)));
    if (shape.senderFirst())
      add(Manner.PLAIN.after(4), t("drafts.print.from", joinedLine(signatory)));
    if (shape.title()) {
      blocks.add(new Block.Space(6));
      blocks.add(
          new Block.Heading(2, List.of(Run.bold(name()).scaled(1.15).lined()), Align.CENTRE));
    }
    blocks.add(new Block.Space(6));
  }

  private String joinedLine(Signatory who) {
    return String.join(
        ", ",
        java.util.stream.Stream.of(
                who.name(language), who.designation(language), who.office(language))
            .filter(part -> !part.isBlank())
            .toList());
  }

  private void addressees(String key) {
    List<Party> to = letter.of(Party.Role.TO);
    if (to.isEmpty()) return;
    add(Manner.PLAIN.after(2).keep(), t(key));
    for (int i = 0; i < to.size(); i++) {
      String label = to.size() == 1 ? "" : (i + 1) + ".";
      String lines = String.join("\n", to.get(i).address().lines());
      add(Manner.PLAIN.hung(label, 34).after(i == to.size() - 1 ? 8 : 3), lines);
    }
  }

  private void matter() {
    labelled("drafts.print.subject", letter.subject());
    labelled("drafts.print.reference", letter.reference());
    String salutation = or(letter.salutation(), shape.salutation());
    if (!salutation.isBlank()) add(Manner.PLAIN.after(6).keep(), salutation);
    blocks.addAll(BodyPrint.of(letter.body().body()));
  }

  private void labelled(String key, String text) {
    if (text.isBlank()) return;
    var label = Run.bold(t(key) + " ");
    blocks.add(
        new Block.Paragraph(List.of(label, Run.of(text)), Manner.PLAIN.indent(34).after(6).keep()));
  }

  private String or(String own, String usual) {
    if (!own.isBlank()) return own;
    return usual.isBlank() ? "" : t(usual, addresseeName());
  }

  /// For the salutation of a demi-official letter.
  private String addresseeName() {
    return letter.of(Party.Role.TO).stream()
        .map(Party::address)
        .map(it -> it.name().isBlank() ? it.designation() : it.name())
        .findFirst()
        .orElse("");
  }

  private void closing() {
    String closing = or(letter.closing(), shape.closing());
    if (!closing.isBlank()) add(Manner.END.after(2).keep(), closing);
    blocks.add(
        new Block.SignaturePlace(
            SIGNATURE, signatureLines(), SIGNATURE_WIDTH, 56, Align.END, electronic()));
    blocks.add(new Block.Space(8));
  }

  private boolean electronic() {
    return issue != null && !issue.ink();
  }

  private List<List<Run>> signatureLines() {
    var lines = new ArrayList<List<Run>>();
    if (issue == null) lines.add(List.of(Run.of(t("drafts.print.unsigned")).pale()));
    else lines.add(issue.ink() ? Run.line("\n") : List.of(Run.bold(t(issue.kind()))));
    String name = issue == null ? signatory.name(language) : issue.signer();
    if (!name.isBlank()) lines.add(Run.line("(" + name + ")"));
    lines.add(Run.line(signatory.designation(language)));
    lines.add(Run.line(signatory.office(language)));
    if (issue != null && !issue.ink())
      lines.add(List.of(Run.of(TIME.format(issue.at().atZone(OfficeTime.ZONE))).scaled(0.85)));
    return lines;
  }

  /// Addressees below, at the left, as in memoranda and orders.
  private void foot() {
    if (shape.addressed() == Shape.Addressed.FOOT || !letter.of(Party.Role.TO).isEmpty())
      addressees("drafts.print.to");
  }

  private void enclosures() {
    if (letter.enclosures().isEmpty()) return;
    add(Manner.PLAIN.after(2).keep(), t("drafts.print.enclosures"));
    numbered(letter.enclosures().stream().map(Enclosure::name).toList());
  }

  private void copies() {
    List<Party> copies = letter.of(Party.Role.COPY);
    if (copies.isEmpty()) return;
    blocks.add(new Block.Space(4));
    blocks.add(
        Block.Paragraph.of(Manner.PLAIN.after(2).keep(), Run.bold(t("drafts.print.copies"))));
    numbered(copies.stream().map(this::copy).toList());
    add(Manner.END.after(4), signatory.designation(language));
  }

  private String copy(Party party) {
    String line = String.join(", ", party.address().lines());
    return party.purpose().isBlank() ? line : t("drafts.print.copy-line", line, party.purpose());
  }

  private void endorsements() {
    List<Party> all = letter.of(Party.Role.ENDORSEMENT);
    if (all.isEmpty()) return;
    blocks.add(new Block.Rule(0.5));
    blocks.add(
        Block.Paragraph.of(Manner.CENTRED.after(4).keep(), Run.bold(t("endorsement")).lined()));
    String number = issue == null ? "________" : issue.number();
    String day = issue == null ? "________" : DAY.format(issue.on());
    blocks.add(Block.Sides.of(t(shape.numberLabel(), number), t("drafts.print.date", day)));
    add(Manner.PLAIN.after(3).keep(), t("drafts.print.endorsed"));
    numbered(all.stream().map(this::copy).toList());
    add(Manner.END.after(4), signatory.designation(language));
  }

  private void numbered(List<String> lines) {
    blocks.add(
        new Block.Items(
            true,
            1,
            lines.stream().map(line -> List.<Block>of(Block.Paragraph.of(line))).toList()));
  }

  private String t(String key, Object... arguments) {
    return words.say(language, key, arguments);
  }
}
