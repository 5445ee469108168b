package karyalay.golive.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import karyalay.desk.PrintKind;
import karyalay.desk.web.Printer;
import karyalay.golive.GoLive;
import karyalay.golive.Standing;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.rendering.PageFormat;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// प्रारम्भिक शेष प्रमाण पत्र, as SHO and CO sign it (OP-137).
@RestController
class CertificatePrints {
  private final GoLive goLive;
  private final Offices offices;
  private final Masters masters;
  private final Printer printer;

  CertificatePrints(GoLive goLive, Offices offices, Masters masters, Printer printer) {
    this.goLive = goLive;
    this.offices = offices;
    this.masters = masters;
    this.printer = printer;
  }

  @GetMapping({"/go-live/{office}/certificate.pdf", "/api/v1/go-live/{office}/certificate.pdf"})
  @MayCall(CHAIR)
  void certificate(
      @PathVariable OfficeId office, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    Standing.Certificate certificate = goLive.certificate(office, caller);
    Office of = offices.find(office).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    String title = page.t(PrintKind.OPENING_CERTIFICATE.key()) + " " + of.facts().code();
    var job =
        new Printer.Job(
            PrintKind.OPENING_CERTIFICATE,
            null,
            title,
            title,
            PageFormat.A4,
            CertificateBlocks.of(
                page,
                page.name(of.facts().nameHi(), of.facts().nameEn()),
                certificate,
                kind -> series(kind, of, page)));
    printer.print(job, caller, page, response);
  }

  private String series(String kind, Office of, Page page) {
    return masters
        .one("NUMBER_FORMAT", kind.toLowerCase(Locale.ROOT).replace('_', '-'), of.district())
        .map(one -> page.name(one.nameHi(), one.nameEn()))
        .orElse(kind);
  }
}
