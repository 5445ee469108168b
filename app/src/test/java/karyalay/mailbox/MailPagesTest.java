package karyalay.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// The mail tray as its pages and calls give it.
@KaryalayTest
class MailPagesTest {
  @Autowired Given given;
  @Autowired Mailboxes boxes;
  @Autowired Intake intake;
  @Autowired Boxes door;
  @Autowired Web web;
  @Autowired Api api;
  @Autowired SignedIn signedIn;
  @Autowired Roles roles;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Given.Thana thana;
  Seat clerk;
  UUID box;
  UUID mail;

  @BeforeEach
  void a_tray_with_one_e_mail() {
    district = given.district();
    thana = district.thana("सौरिख");
    clerk = thana.hmAtCounter();
    mail = boxes.mail(clerk);
    box = door.of(clerk.post()).getFirst().id();
  }

  private UUID receive(String eml) {
    return intake.receive(box, new ByteArrayInputStream(eml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String path(Object id) {
    return "/mail/" + id;
  }

  @Test
  @Holds("OP-31")
  void the_tray_lists_it_and_diarising_opens_the_ordinary_form_with_its_pages() {
    var browser = signedIn.as(clerk);
    assertThat(web.get(browser, "/mail"))
        .hasStatusOk()
        .bodyText()
        .contains("आख्या", "dm@example.in");
    assertThat(web.get(browser, path(mail))).bodyText().contains("a.zip", "मूल ई-मेल में ही");
    var begun = web.post(browser, path(mail) + "/entry");
    assertThat(begun).hasStatus3xxRedirection();
    String form = String.valueOf(begun.getResponse().getRedirectedUrl());
    assertThat(form).startsWith("/receipts/entries/");
    assertThat(web.get(browser, form.replaceFirst("\\?.*", "")))
        .bodyText()
        .contains(">आख्या</textarea>", "ई-मेल.pdf", "value=\"dm@example.in\"");
    assertThat(web.post(browser, path(mail) + "/entry").getResponse().getRedirectedUrl())
        .as("the same clerk goes on with what he began")
        .isEqualTo(form);
  }

  @Test
  void html_of_a_stranger_is_never_html_here() {
    UUID evil =
        receive(
            "Message-ID: <e@x>\r\nFrom: <img src=x onerror=alert(1)> <a@x>\r\nSubject: <script>alert(2)</script>\r\n"
                + "Content-Type: text/html\r\n\r\n<p onclick=x>ठीक</p><script>alert(3)</script>&lt;b&gt;");
    assertThat(web.get(signedIn.as(clerk), path(evil)))
        .bodyText()
        .contains("ठीक", "&lt;script&gt;alert(2)", "&lt;b&gt;")
        .doesNotContain("<script>alert", "<img src=x", "alert(3)");
  }

  @Test
  void the_e_mail_as_it_came_is_a_download_for_its_counter_alone() {
    var answer = web.get(signedIn.as(clerk), path(mail) + "/original");
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(answer.getResponse().getContentType()).isEqualTo("application/octet-stream");
    assertThat(answer.getResponse().getContentAsByteArray())
        .startsWith("Message-ID".getBytes(StandardCharsets.US_ASCII));
    for (Seat other : new Seat[] {thana.hm(), thana.sho(), district.sp, given.district().sp})
      for (String way : new String[] {"", "/original", "/enclosures/1"})
        assertThat(web.get(signedIn.as(other), path(mail) + way))
            .as(other.mark() + way)
            .hasStatus(404);
    assertThat(web.get(signedIn.as(clerk), path(mail) + "/enclosures/1"))
        .as("left within it")
        .hasStatus(404);
  }

  @Test
  void putting_aside_needs_a_reason_and_shows_who_did_it() {
    var browser = signedIn.as(clerk);
    assertThat(web.post(browser, path(mail) + "/putting-aside", "reason", "OTHER")).hasStatus(422);
    assertThat(web.post(browser, path(mail) + "/putting-aside", "reason", "SPAM"))
        .hasStatus3xxRedirection();
    assertThat(web.get(browser, "/mail?state=NOT_DAK"))
        .bodyText()
        .contains("विज्ञापन या अवांछित", "परीक्षण नमूना");
    assertThat(web.post(browser, path(mail) + "/entry")).hasStatus(409);
    assertThat(web.post(browser, path(mail) + "/taking-back")).hasStatus3xxRedirection();
    assertThat(web.get(browser, "/mail")).bodyText().contains("आख्या");
  }

  @Test
  void other_systems_read_and_diarise_it_too() {
    var client = api.as(clerk);
    assertThat(client.get("/mail").<String>at("$[0].subject")).isEqualTo("आख्या");
    assertThat(client.get(path(mail)).<String>at("$.enclosures[0].left"))
        .isEqualTo("refusal.documents.TYPE_NOT_TAKEN");
    assertThat(client.post(path(mail) + "/entry", "{}").<String>at("$.entry")).isNotBlank();
    assertThat(client.post(path(mail) + "/putting-aside", "{\"reason\": \"DUPLICATE\"}").status())
        .isLessThan(300);
    assertThat(client.post(path(mail) + "/entry", "{}").code()).isEqualTo("mailbox.PUT_ASIDE");
    assertThat(api.as(thana.si()).get(path(mail)).status()).isEqualTo(404);
  }

  @Test
  void an_administrator_sets_mailboxes_up_and_sees_no_message() {
    Seat operator = district.reader;
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), operator.person(), Given.LONG_AGO));
    var browser = signedIn.as(operator);
    String[] fields = {
      "name",
      Mailboxes.name(),
      "mark",
      thana.hm().mark(),
      "host",
      "imap.example.in",
      "port",
      "993",
      "tls",
      "TLS",
      "login",
      "dak",
      "folder",
      "",
      "movedTo",
      ""
    };
    assertThat(web.post(browser, "/admin/mailboxes", fields)).hasStatus3xxRedirection();
    assertThat(web.post(browser, "/admin/mailboxes", fields))
        .as("the name is taken")
        .hasStatus(409);
    assertThat(web.get(browser, "/admin/mailboxes"))
        .bodyText()
        .contains("imap.example.in", "KARYALAY_IMAP_PASSWORD_")
        .doesNotContain("आख्या");
    UUID made = door.of(thana.hm().post()).getFirst().id();
    fields[5] = "other.example.in";
    assertThat(web.post(browser, "/admin/mailboxes/" + made, fields)).hasStatus3xxRedirection();
    assertThat(boxes.find(made).active()).as("not ticked").isFalse();
    assertThat(boxes.find(made).facts().host()).isEqualTo("other.example.in");
    fields[7] = "0";
    assertThat(web.post(browser, "/admin/mailboxes/" + made, fields)).hasStatus(422);
    assertThat(web.get(browser, path(mail))).hasStatus(404);
    assertThat(web.get(signedIn.as(thana.sho()), "/admin/mailboxes")).hasStatus4xxClientError();
  }
}
