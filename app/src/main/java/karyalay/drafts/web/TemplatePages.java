package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.drafts.DraftsRefusal;
import karyalay.drafts.Template;
import karyalay.drafts.TemplateSamples;
import karyalay.drafts.Templates;
import karyalay.drafts.Templates.Offered;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The office's templates: read, changed, each version kept.
@Controller
@RequestMapping("/templates")
class TemplatePages {
  private final Templates templates;
  private final TemplateSamples samples;

  TemplatePages(Templates templates, TemplateSamples samples) {
    this.templates = templates;
    this.samples = samples;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(Caller caller, Page page, Model model) {
    model.addAttribute("view", new TemplatesView(page, templates.of(caller.seat().office(), "")));
    return "drafts/templates";
  }

  @GetMapping("/new")
  @MayCall(CHAIR)
  String fresh(Page page, Model model) {
    model.addAttribute("view", new TemplateView(page, null, 0, List.of()));
    return "drafts/template";
  }

  @GetMapping("/{code}")
  @MayCall(CHAIR)
  String one(@PathVariable String code, Caller caller, Page page, Model model) {
    var office = caller.seat().office();
    Offered found = templates.one(code, office);
    model.addAttribute(
        "view",
        new TemplateView(
            page, found.template(), found.version(), templates.versions(code, office)));
    return "drafts/template";
  }

  /// The very pages that it makes, filled with samples.
  @GetMapping("/{code}/sample.pdf")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> sample(@PathVariable String code, Caller caller) {
    Template template = templates.one(code, caller.seat().office()).template();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + template.code() + ".pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(samples.pdf(template, caller.seat().post()));
  }

  @PostMapping
  @MayCall(CHAIR)
  String make(TemplateForm form, Act act, Caller caller, Page page) {
    String code = form.code() == null ? "" : form.code().strip();
    boolean taken =
        templates.of(caller.seat().office(), "").stream()
            .anyMatch(one -> one.template().code().equals(code));
    if (taken) throw new Refused(DraftsRefusal.TEMPLATE_MALFORMED, code);
    templates.put(act, form.template(code, null));
    return "redirect:" + page.link("/templates/" + code);
  }

  @PostMapping("/{code}")
  @MayCall(CHAIR)
  String change(@PathVariable String code, TemplateForm form, Act act, Caller caller, Page page) {
    Template before = templates.one(code, caller.seat().office()).template();
    templates.put(act, form.template(code, before));
    return "redirect:" + page.link("/templates/" + code);
  }

  @PostMapping("/{code}/removal")
  @MayCall(CHAIR)
  String hide(@PathVariable String code, Act act, Page page) {
    templates.hide(act, code);
    return "redirect:" + page.link("/templates");
  }
}
