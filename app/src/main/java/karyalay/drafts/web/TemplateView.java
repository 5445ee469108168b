package karyalay.drafts.web;

import java.util.List;
import java.util.stream.Collectors;
import karyalay.drafts.LetterForm;
import karyalay.drafts.Nature;
import karyalay.drafts.Template;
import karyalay.drafts.Templates;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// One template to be edited, with its versions in this office.
///
/// @param template null for a new one
/// @param version 0 while it is as it came
public record TemplateView(
    Page page, @Nullable Template template, int version, List<Templates.Version> versions) {
  public List<LetterForm> forms() {
    return LetterView.forms(null);
  }

  public List<Nature> natures() {
    return List.of(Nature.values());
  }

  public String action() {
    return template == null ? "/templates" : "/templates/" + template.code();
  }

  /// The asked fields, one a line.
  public String fields() {
    return template == null
        ? ""
        : template.fields().stream()
            .map(it -> String.join(" | ", it.name(), it.hindi(), it.english(), it.sample()))
            .collect(Collectors.joining("\n"));
  }

  public String to() {
    return template == null ? "" : String.join("\n", template.to());
  }

  public String copies() {
    return template == null
        ? ""
        : template.copies().stream()
            .map(it -> it.purpose().isEmpty() ? it.to() : it.to() + " | " + it.purpose())
            .collect(Collectors.joining("\n"));
  }

  public String plain() {
    return template == null ? "" : template.body().plain();
  }

  public String structure() {
    return template == null ? "" : template.body().json();
  }

  public String text(java.util.function.Function<Template, String> part) {
    return template == null ? "" : part.apply(template);
  }
}
