package karyalay.devices.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.access.Roles;
import karyalay.devices.OnMachines;
import karyalay.ledger.Ledger;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Marking the machine one sits at (OP-125).
@KaryalayTest
class MachinePagesTest {
  @Autowired Given given;
  @Autowired OnMachines machines;
  @Autowired SignedIn signedIn;
  @Autowired Roles roles;
  @Autowired Web web;
  @Autowired Api api;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Given.Thana thana;
  UUID device;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("थाना मशीन");
    device = UUID.randomUUID();
  }

  private MvcTestResult mark(Seat by, OfficeId office, String name) {
    Browser browser = signedIn.as(by);
    return web.raw()
        .post()
        .uri("/machines")
        .cookie(
            new Cookie(Gate.COOKIE, browser.token()), new Cookie(Gate.DEVICE, device.toString()))
        .param("_csrf", browser.csrf())
        .param("as", browser.mark())
        .param("act", Ids.next().toString())
        .param("office", office.toString())
        .param("name", name)
        .exchange();
  }

  private UUID machine() {
    return db.sql("SELECT id FROM devices.machine WHERE device = ? AND ended_at IS NULL")
        .param(device)
        .query(UUID.class)
        .single();
  }

  @Test
  @Holds("OP-125")
  void the_head_of_the_office_marks_names_lists_and_unmarks_his_machine() {
    assertThat(mark(thana.sho(), thana.id(), "थाना डाक, मशीन 1")).hasStatus(303);
    assertThat(web.get(signedIn.as(thana.hm()), "/machines"))
        .hasStatusOk()
        .bodyText()
        .contains("थाना डाक, मशीन 1");
    assertThat(mark(thana.sho(), thana.id(), "दूसरा नाम"))
        .hasStatus(409)
        .bodyText()
        .contains("थाना डाक, मशीन 1");
    UUID machine = machine();
    assertThat(web.post(signedIn.as(thana.hm()), "/machines/" + machine + "/ending"))
        .hasStatus(403);
    assertThat(web.post(signedIn.as(thana.sho()), "/machines/" + machine + "/ending"))
        .hasStatus(303);
    assertThat(web.post(signedIn.as(thana.sho()), "/machines/" + machine + "/ending"))
        .hasStatus(404);
    assertThat(ledger.of("office/" + thana.id()))
        .extracting(Ledger.Written::act)
        .contains("devices.machine_shared", "devices.machine_unshared");
  }

  @Test
  void nobody_else_marks_and_no_office_but_ones_own_without_the_role() {
    assertThat(mark(thana.hm(), thana.id(), "मशीन")).hasStatus(403).bodyText().contains("OP-125");
    assertThat(mark(thana.sho(), district.circle.id(), "मशीन")).hasStatus(403);
    assertThat(mark(thana.sho(), thana.id(), " ")).hasStatus(422);
    assertThat(mark(thana.sho(), thana.id(), "म".repeat(61))).hasStatus(422);
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), thana.hm().person(), Given.LONG_AGO));
    var far = given.district().thana("दूर");
    assertThat(mark(thana.hm(), far.id(), "मशीन")).hasStatus(403);
    assertThat(mark(thana.hm(), district.circle.id(), "क्षेत्र कार्यालय 1")).hasStatus(303);
    assertThat(web.post(signedIn.as(far.sho()), "/machines/" + machine() + "/ending"))
        .hasStatus(404);
  }

  @Test
  void sessions_that_are_open_there_lock_from_then_on_and_no_more_when_it_is_unmarked() {
    machines.password(thana.hm());
    var place = machines.marked(thana);
    Browser hm = place.signedIn(thana.hm());
    Browser gone = place.signedIn(thana.hm());
    machines.idle(gone, 600);
    assertThat(web.get(hm, "/desk")).hasStatusOk().bodyText().contains("data-lock-after=\"180\"");
    assertThat(web.post(signedIn.as(thana.sho()), "/machines/" + place.machine + "/ending"))
        .hasStatus(303);
    assertThat(web.get(hm, "/desk")).hasStatusOk().bodyText().doesNotContain("data-lock-after");
    machines.idle(hm, 600);
    assertThat(web.get(hm, "/desk")).hasStatusOk();
    // What was locked does not open because the mark is taken away.
    assertThat(web.get(gone, "/desk")).hasRedirectedUrl("/signin?to=%2Fdesk%3Fas%3D" + gone.mark());
  }

  @Test
  void a_person_takes_his_name_off_and_his_password_puts_it_back() {
    machines.password(thana.hm());
    var place = machines.marked(thana);
    Browser hm = place.signedIn(thana.hm());
    assertThat(web.get(hm, "/account/hands")).bodyText().contains("थाना डाक, मशीन 1");
    String removal = "/account/hands/machines/" + place.machine + "/removal";
    assertThat(web.post(signedIn.as(thana.si()), removal)).hasStatus(404);
    assertThat(web.post(hm, removal)).hasStatus(303);
    assertThat(place.names(null)).bodyText().doesNotContain(thana.hm().person().toString());
    place.signedIn(thana.hm());
    assertThat(place.names(null)).bodyText().contains(thana.hm().person().toString());
  }

  @Test
  void another_system_reads_the_machines_and_ends_one() {
    var place = machines.marked(thana);
    var head = api.as(thana.sho());
    assertThat(head.get("/machines").body()).contains("थाना डाक, मशीन 1", thana.id().toString());
    assertThat(api.as(thana.hm()).post("/machines/" + place.machine + "/ending", "{}").status())
        .isEqualTo(403);
    assertThat(head.post("/machines/" + place.machine + "/ending", "{}").status()).isEqualTo(204);
    assertThat(head.get("/machines").body()).doesNotContain(place.machine.toString());
  }
}
