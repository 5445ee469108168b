package karyalay.drafts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.files.NoteBody;
import karyalay.files.NoteBody.Block;
import karyalay.files.NoteBody.Inline;
import karyalay.shared.Language;
import karyalay.shared.Refused;

/// The words of a letter with fields to be filled (`resources/templates/README.md`).
///
/// @param rule the rule it serves; may be empty
/// @param categories of receipts for which it is offered first
/// @param standard whether it may be signed without approval where the district allows it (OP-70)
/// @param original whether its print is a मूल (OP-142)
/// @param fields what the writer is asked for, besides what the program knows
/// @param to suggested addressees, by name
public record Template(
    String code,
    String hindi,
    String english,
    String rule,
    LetterForm form,
    Nature nature,
    String language,
    List<String> categories,
    boolean standard,
    boolean original,
    List<Field> fields,
    String subject,
    String reference,
    String salutation,
    String closing,
    List<String> to,
    List<Copy> copies,
    NoteBody body) {

  /// A field that the writer is asked for.
  ///
  /// @param sample what a print sample says
  public record Field(String name, String hindi, String english, String sample) {}

  public record Copy(String to, String purpose) {}

  static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]{0,80}?)\\s*}}");

  public String name(Language language) {
    return language.pick(hindi, english);
  }

  /// That it names no field that nobody fills.
  ///
  /// @throws Refused `TEMPLATE_FIELD_UNKNOWN`
  Template checked() {
    for (String name : named())
      if (!TemplateFields.known(name) && fields.stream().noneMatch(one -> one.name().equals(name)))
        throw new Refused(DraftsRefusal.TEMPLATE_FIELD_UNKNOWN, name);
    return this;
  }

  /// The fields that it uses.
  public Set<String> named() {
    var texts = new ArrayList<>(List.of(subject, reference, salutation, closing));
    texts.addAll(to);
    copies.forEach(copy -> texts.addAll(List.of(copy.to(), copy.purpose())));
    texts.add(body.plain());
    var names = new LinkedHashSet<String>();
    for (String text : texts) {
      Matcher field = FIELD.matcher(text);
      while (field.find()) names.add(field.group(1));
    }
    return names;
  }

  /// The body with its fields filled. A field that a bold word cuts in two is not seen as one; the
  /// reader of templates joins nothing.
  static NoteBody filled(NoteBody body, TemplateFields values) {
    return new NoteBody(blocks(body.blocks(), values));
  }

  private static List<Block> blocks(List<Block> blocks, TemplateFields values) {
    return blocks.stream().map(block -> block(block, values)).toList();
  }

  private static Block block(Block block, TemplateFields values) {
    return switch (block) {
      case NoteBody.Paragraph paragraph -> paragraph(paragraph, values);
      case NoteBody.Items list ->
          new NoteBody.Items(
              list.ordered(),
              list.start(),
              list.items().stream().map(item -> blocks(item, values)).toList());
      case NoteBody.Table table ->
          new NoteBody.Table(
              table.rows().stream()
                  .map(row -> row.stream().map(cell -> cell(cell, values)).toList())
                  .toList());
    };
  }

  private static NoteBody.Cell cell(NoteBody.Cell cell, TemplateFields values) {
    return new NoteBody.Cell(
        cell.heading(),
        cell.columns(),
        cell.rows(),
        cell.lines().stream().map(line -> paragraph(line, values)).toList());
  }

  private static NoteBody.Paragraph paragraph(NoteBody.Paragraph paragraph, TemplateFields values) {
    return new NoteBody.Paragraph(
        paragraph.line().stream().map(inline -> inline(inline, values)).toList());
  }

  private static Inline inline(Inline inline, TemplateFields values) {
    return switch (inline) {
      case NoteBody.Text(var text, var strong, var emphasis, var underline) ->
          new NoteBody.Text(values.fill(text), strong, emphasis, underline);
      case NoteBody.Break _, NoteBody.Flag _, NoteBody.ParagraphLink _, NoteBody.PageLink _ ->
          inline;
    };
  }
}
