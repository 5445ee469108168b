package karyalay.dispatch.web;

import static karyalay.web.MayCall.Who.ANYONE;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import karyalay.dispatch.Verification;
import karyalay.shared.Sha256;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The check of an issue number by anybody, on a phone: no font, no script, no session.
@Controller
class VerifyPages {
  private final Verification verification;
  private final FormNames forms;

  VerifyPages(Verification verification, FormNames forms) {
    this.verification = verification;
    this.forms = forms;
  }

  @GetMapping("/verify")
  @MayCall(ANYONE)
  String form(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Page page,
      Model model) {
    return show(number, code, null, request, page, model);
  }

  /// Where the QR of a letter leads: the code is filled in, the number is read off the letter
  /// unless the QR brought it.
  @GetMapping("/verify/{code}")
  @MayCall(ANYONE)
  String code(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String number,
      HttpServletRequest request,
      Page page,
      Model model) {
    return show(number, code, null, request, page, model);
  }

  /// Compares a file with the letter. Its bytes are hashed as they come and kept nowhere.
  @PostMapping("/verify/file")
  @MayCall(ANYONE)
  String file(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Page page,
      Model model)
      throws IOException, ServletException {
    Part file = request.getPart("file");
    String hash = file == null || file.getSize() == 0 ? "" : hash(file);
    return show(number, code, hash, request, page, model);
  }

  private String show(
      String number,
      String code,
      @Nullable String hash,
      HttpServletRequest request,
      Page page,
      Model model) {
    boolean asked = !number.isBlank() && !code.isBlank();
    Optional<Verification.Told> told =
        asked ? verification.check(number, code, caller(request)) : Optional.empty();
    Boolean same =
        hash == null || hash.isEmpty()
            ? null
            : told.map(it -> it.sha256().equals(hash)).orElse(null);
    String form = told.map(it -> form(it, page)).orElse("");
    model.addAttribute(
        "view", new VerifyView(page, number.strip(), code.strip(), asked, told, form, same));
    return "dispatch/verify";
  }

  private String form(Verification.Told it, Page page) {
    return it.print() ? page.t(it.form()) : forms.name(it.form(), page.language());
  }

  /// From where it is asked. TLS stands in front of the program on this machine, and says whom it
  /// speaks for; from anywhere else that header is anybody's word.
  private static String caller(HttpServletRequest request) {
    String near = request.getRemoteAddr();
    String said = request.getHeader("X-Forwarded-For");
    boolean ours = near.equals("127.0.0.1") || near.equals("0:0:0:0:0:0:0:1");
    if (!ours || said == null) return near;
    String last = said.substring(said.lastIndexOf(',') + 1).strip();
    return last.length() > 64 ? near : last;
  }

  private static String hash(Part file) throws IOException {
    var digest = Sha256.digest();
    try (InputStream in = file.getInputStream()) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
        digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
