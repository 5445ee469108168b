package karyalay.signatures.web;

import static karyalay.web.MayCall.Who.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Publications;
import karyalay.signatures.SignaturesRefusal;
import karyalay.signatures.Validation;
import karyalay.signatures.Verdict;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// Anybody may ask whether a PDF is signed, by whom, and whether it was changed (OP-75). Nothing is
/// stored; what is too large is refused before it is received.
@Controller
class CheckPages {
  private static final long ENVELOPE = 64 << 10;

  private final Validation validation;
  private final Publications publications;
  private final CheckRate rate;

  CheckPages(Validation validation, Publications publications, CheckRate rate) {
    this.validation = validation;
    this.publications = publications;
    this.rate = rate;
  }

  @GetMapping("/signatures/check")
  @MayCall(ANYONE)
  String form(Page page, Model model) {
    model.addAttribute("view", new CheckView(page, null, "", validation.most() >> 20));
    return "signatures/check";
  }

  /// The answer stands on the page itself: nothing is kept that an address could lead to.
  @PostMapping(path = "/signatures/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @MayCall(ANYONE)
  String check(HttpServletRequest request, Page page, Model model) throws IOException {
    admit(request);
    var form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = form == null ? null : form.getFile("file");
    if (file == null || file.isEmpty())
      throw new Refused(SharedRefusal.MISSING, page.t("signatures.bring.file"));
    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (InputStream in = file.getInputStream()) {
      Verdict verdict = validation.check(in);
      model.addAttribute("view", new CheckView(page, verdict, name, validation.most() >> 20));
    }
    return "signatures/check";
  }

  private void admit(HttpServletRequest request) {
    rate.count(request.getRemoteAddr());
    long length = request.getContentLengthLong();
    if (length < 0 || length > validation.most() + ENVELOPE)
      throw new Refused(SignaturesRefusal.CHECK_TOO_LARGE, Long.toString(validation.most() >> 20));
  }

  /// The same for other systems: the PDF is the body.
  @PostMapping(path = "/api/v1/signatures/check", consumes = MediaType.APPLICATION_PDF_VALUE)
  @MayCall(ANYONE)
  ResponseEntity<CheckJson> check(HttpServletRequest request) throws IOException {
    admit(request);
    try (InputStream in = request.getInputStream()) {
      return ResponseEntity.ok(CheckJson.of(validation.check(in)));
    }
  }

  /// The certificate of the office's authority, for whoever wants to check with another program.
  @GetMapping("/signatures/authority.crt")
  @MayCall(ANYONE)
  ResponseEntity<byte[]> authority() {
    return publication(publications.authority(), "application/pkix-cert");
  }

  /// The list of certificates that were withdrawn.
  @GetMapping("/signatures/revocations.crl")
  @MayCall(ANYONE)
  ResponseEntity<byte[]> revocations() {
    return publication(publications.revocations(), "application/pkix-crl");
  }

  private static ResponseEntity<byte[]> publication(byte[] bytes, String type) {
    if (bytes.length == 0) throw new Refused(SharedRefusal.NOT_FOUND);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(bytes);
  }
}
