package karyalay.tls.web;

import static karyalay.web.MayCall.Who.ANYONE;

import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.tls.Root;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The root of our own authority, and how it is put on a device (OP-126). Open to all: a device
/// that does not trust us yet has nobody signed in, and a certificate is no secret.
@Controller
class CertificatePages {
  private final Root root;

  CertificatePages(Root root) {
    this.root = root;
  }

  @GetMapping("/upkaran/certificate")
  @MayCall(ANYONE)
  String page(Page page, Model model) {
    model.addAttribute(
        "view", new CertificateView(page, root.https(), root.fingerprint().orElse("")));
    return "tls/certificate";
  }

  @GetMapping("/upkaran/ca.crt")
  @MayCall(ANYONE)
  ResponseEntity<String> certificate() {
    String pem = root.pem().orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"karyalay-ca.crt\"")
        .contentType(MediaType.valueOf("application/x-x509-ca-cert"))
        .body(pem);
  }
}
