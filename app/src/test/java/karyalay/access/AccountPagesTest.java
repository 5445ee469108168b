package karyalay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.ledger.Ledger;
import karyalay.shared.Capacity;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class AccountPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Credentials credentials;
  @Autowired Sessions sessions;
  @Autowired ApiTokens tokens;
  @Autowired Ledger ledger;

  Given.District district;
  Given.Seat sho;
  SignedIn.Browser browser;

  @BeforeEach
  void an_officer() {
    district = given.district();
    sho = district.thana("थाना खाता").sho();
    browser = signedIn.as(sho);
  }

  private MvcTestResult api(String token) {
    return web.raw()
        .get()
        .uri("/api/v1/posts")
        .header("Authorization", "Bearer " + token)
        .exchange();
  }

  private String made(String... more) throws Exception {
    MvcTestResult answer = web.post(browser, "/account/tokens", more);
    assertThat(answer).hasStatusOk();
    var token =
        Pattern.compile("<code>([\\w-]{43})</code>")
            .matcher(answer.getResponse().getContentAsString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  @Test
  void a_token_is_shown_once_works_on_the_api_and_ends() throws Exception {
    String token = made("name", "सीसीटीएनएस सेतु");

    assertThat(api(token)).hasStatusOk();
    assertThat(web.get(browser, "/account"))
        .hasStatusOk()
        .bodyText()
        .contains("सीसीटीएनएस सेतु")
        .doesNotContain(token);
    UUID id = tokens.of(sho.scope()).getFirst().id();
    assertThat(web.post(browser, "/account/tokens/" + id + "/ending")).hasStatus(303);
    assertThat(api(token)).hasStatus(401);
    assertThat(ledger.of("person/" + sho.person()))
        .extracting(Ledger.Written::act)
        .contains("access.token_made", "access.token_ended");
  }

  @Test
  void a_token_goes_with_the_charge_and_reads_only_unless_it_was_made_to_write() throws Exception {
    String token = made("name", "केवल पढ़ना");
    assertThat(
            web.raw()
                .post()
                .uri("/api/v1/files")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content("{}")
                .exchange())
        .hasStatus(403)
        .bodyText()
        .contains("TOKEN_SCOPE");

    district.vacate(sho.post());
    assertThat(api(token)).hasStatus(401);
    // Whoever comes back to the post has a new charge, and needs a new token.
    district.charge(sho, sho.post(), Capacity.REGULAR);
    assertThat(api(token)).hasStatus(401).bodyText().contains("TOKEN_NEEDED");
  }

  @Test
  void a_token_says_for_whom_it_speaks() throws Exception {
    String token = made("name", "कौन", "write", "true");
    assertThat(
            web.raw().get().uri("/api/v1/me").header("Authorization", "Bearer " + token).exchange())
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"pno": "%s", "post": "%s", "capacity": "REGULAR", "scopes": ["read", "write"]}
            """
                .formatted(sho.pno(), sho.mark()));
  }

  @Test
  void nobody_ends_the_token_of_another_and_a_token_needs_a_name() throws Exception {
    made("name", "अपना");
    UUID id = tokens.of(sho.scope()).getFirst().id();

    assertThat(web.post(signedIn.as(district.co), "/account/tokens/" + id + "/ending"))
        .hasStatus(404);
    assertThat(web.post(browser, "/account/tokens", "name", " ")).hasStatus(422);
    assertThat(tokens.of(sho.scope())).hasSize(1);
  }

  @Test
  void the_password_changes_for_who_knows_the_old_one() {
    credentials.set(sho.act(), sho.person(), "purana-password");
    String path = "/account/password";
    var other = signedIn.as(sho);

    assertThat(web.post(browser, path, "old-password", "x", "new-password", "naya-password"))
        .hasStatus(422);
    assertThat(
            web.post(
                browser, path, "old-password", "purana-password", "new-password", "naya-password"))
        .hasStatus(303);
    assertThat(web.get(browser, "/desk")).hasStatusOk();
    assertThat(web.get(other, "/desk")).hasRedirectedUrl("/signin?to=%2Fdesk%3Fas%3D" + sho.mark());
    assertThat(sessions.signIn(sho.pno(), "naya-password", UUID.randomUUID(), "test")).isNotBlank();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> sessions.signIn(sho.pno(), "purana-password", UUID.randomUUID(), "test"));
  }

  @Test
  void signing_out_everywhere_ends_the_other_browsers_too() {
    var other = signedIn.as(sho);
    assertThat(web.post(browser, "/session/endings")).hasStatus(303);
    assertThat(web.get(other, "/desk")).hasRedirectedUrl("/signin?to=%2Fdesk%3Fas%3D" + sho.mark());
  }
}
