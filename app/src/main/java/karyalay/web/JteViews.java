package karyalay.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Turns a template name into a page. A name without a template fails the request; it never shows a
/// blank page.
@Component
class JteViews implements ViewResolver, Ordered {
  private static final String REDIRECT = "redirect:";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith(REDIRECT)) return new SeeOther(name.substring(REDIRECT.length()));
    return name.startsWith("forward:") ? null : new Template(name + ".jte");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  private final class Template implements View {
    private final String template;

    Template(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Object view = model == null ? null : model.get("view");
      if (view == null) throw new IllegalStateException(template + " has no view");
      var page = new Utf8ByteOutput();
      engine.render(template, view, page);
      response.setContentType(getContentType());
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }
  }
}
