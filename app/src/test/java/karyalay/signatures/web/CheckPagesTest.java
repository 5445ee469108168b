package karyalay.signatures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Web;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.signatures.SignaturesRefusal;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Anybody, signed in or not, asks about a PDF.
@KaryalayTest
class CheckPagesTest {
  private static final AtomicInteger ADDRESS = new AtomicInteger();

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Web web;

  Seat sp;
  String address;

  @BeforeEach
  void an_officer_and_a_stranger() {
    sp = given.district().sp;
    signers.registered(sp);
    address = "10.1.2." + ADDRESS.incrementAndGet();
  }

  private MvcTestResult send(byte[] pdf) {
    return web.raw()
        .post()
        .uri("/signatures/check")
        .multipart()
        .file(new MockMultipartFile("file", "order.pdf", "application/pdf", pdf))
        .with(request -> {
          request.setRemoteAddr(address);
          request.setContent(new byte[pdf.length]);
          return request;
        })
        .exchange();
  }

  @Test
  @Holds({"OP-75", "OP-72"})
  void a_stranger_learns_whose_letter_it_is_and_that_nothing_was_changed() {
    assertThat(web.nobody("/signatures/check")).hasStatusOk().bodyText().contains("20 MB");
    assertThat(send(signers.letter(sp, "Order")))
        .hasStatusOk()
        .bodyText()
        .contains(
            "हस्ताक्षर मान्य",
            "कार्यालयी ई-अनुमोदन",
            "परीक्षण नमूना " + sp.pno(),
            "यही दस्तावेज यहाँ हस्ताक्षरित हुआ");
  }

  @Test
  @Holds("OP-75")
  void a_changed_letter_and_an_unsigned_one_are_told() {
    String text = new String(signers.letter(sp, "Order"), StandardCharsets.ISO_8859_1);
    byte[] changed = text.replace("/Helvetica", "/Helvetjca").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(send(changed))
        .hasStatusOk()
        .bodyText()
        .contains("हस्ताक्षर अमान्य")
        .doesNotContain("✓");
    assertThat(send(Signers.plain("Order"))).bodyText().contains("कोई हस्ताक्षर नहीं");
  }

  @Test
  void what_is_no_pdf_is_answered_with_a_sentence() {
    assertThat(send("hello".getBytes(StandardCharsets.UTF_8))).hasStatus(422);
    assertThat(send(new byte[0])).hasStatus(422).bodyText().contains("फाइल");
  }

  @Test
  @Holds("OP-75")
  void other_systems_get_the_same_verdict() {
    byte[] pdf = signers.letter(sp, "Order");
    var answer =
        web.raw()
            .post()
            .uri("/api/v1/signatures/check")
            .contentType(MediaType.APPLICATION_PDF)
            .content(pdf)
            .with(request -> {
              request.setRemoteAddr(address);
              return request;
            })
            .exchange();
    assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.valid").isEqualTo(true);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.signatures[0].kind")
        .isEqualTo("OFFICE_APPROVAL");
    assertThat(answer).bodyJson().extractingPath("$.signatures[0].recordedHere").isEqualTo(true);
  }

  @Test
  @Holds("OP-74")
  void the_authority_and_its_list_are_published() {
    assertThat(web.nobody("/signatures/authority.crt"))
        .hasStatusOk()
        .hasContentType("application/pkix-cert");
    assertThat(web.nobody("/signatures/revocations.crl"))
        .hasStatusOk()
        .hasContentType("application/pkix-crl");
  }

  @Test
  void one_address_asks_twelve_times_a_minute_and_no_more() {
    Instant[] now = {Instant.parse("2026-11-25T10:00:00Z")};
    var clock =
        new java.time.Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
          }

          @Override
          public java.time.Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    var rate = new CheckRate(new OfficeTime(clock));
    for (int n = 0; n < 12; n++) rate.count("10.0.0.1");
    org.assertj.core.api.Assertions.assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> rate.count("10.0.0.1"))
        .satisfies(
            refused -> assertThat(refused.reason()).isEqualTo(SignaturesRefusal.CHECKS_TOO_MANY));
    rate.count("10.0.0.2");
    now[0] = now[0].plusSeconds(61);
    rate.count("10.0.0.1");
  }
}
