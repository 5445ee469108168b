package karyalay.drafts.web;

import java.util.ArrayList;
import java.util.List;
import karyalay.drafts.DraftsRefusal;
import karyalay.drafts.LetterForm;
import karyalay.drafts.Nature;
import karyalay.drafts.Template;
import karyalay.files.NoteBody;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/// A template as its page sends it.
///
/// @param fields one a line: name | Hindi | English | sample
/// @param to one a line
/// @param copies one a line: to whom | purpose
record TemplateForm(
    @Nullable String code,
    @Nullable String hindi,
    @Nullable String english,
    @Nullable String form,
    @Nullable Nature nature,
    @Nullable String language,
    @Nullable String subject,
    @Nullable String reference,
    @Nullable String salutation,
    @Nullable String closing,
    @Nullable String fields,
    @Nullable String to,
    @Nullable String copies,
    @Nullable String body,
    @Nullable String text) {

  /// @param before what it was; null for a new one
  Template template(String name, @Nullable Template before) {
    if (or(body).isBlank() && or(text).isBlank()) throw new Refused(DraftsRefusal.BODY_MISSING);
    return new Template(
        name,
        or(hindi).strip(),
        or(english).strip(),
        before == null ? "" : before.rule(),
        LetterForm.of(or(form))
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_UNDERSTOOD, "form")),
        nature == null ? Nature.FRESH : nature,
        or(language).equals("en") ? "en" : "hi",
        before == null ? List.of() : before.categories(),
        before != null && before.standard(),
        before != null && before.original(),
        asked(),
        or(subject).strip(),
        or(reference).strip(),
        or(salutation).strip(),
        or(closing).strip(),
        lines(to),
        copied(),
        NoteBody.of(or(body), or(text)));
  }

  private List<Template.Field> asked() {
    var asked = new ArrayList<Template.Field>();
    for (String line : lines(fields)) {
      String[] parts = line.split("\\|", -1);
      if (parts.length < 3) throw new Refused(DraftsRefusal.TEMPLATE_MALFORMED, line);
      String sample = parts.length > 3 ? parts[3].strip() : parts[1].strip();
      asked.add(new Template.Field(parts[0].strip(), parts[1].strip(), parts[2].strip(), sample));
    }
    return List.copyOf(asked);
  }

  private List<Template.Copy> copied() {
    return lines(copies).stream()
        .map(line -> line.split("\\|", 2))
        .map(parts -> new Template.Copy(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""))
        .toList();
  }

  private static List<String> lines(@Nullable String text) {
    return or(text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }
}
