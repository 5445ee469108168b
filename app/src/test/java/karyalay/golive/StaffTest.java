package karyalay.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.AccessRefusal;
import karyalay.organisation.Charges;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A new constable works within the hour; and nobody lets in anybody he may not.
@KaryalayTest
class StaffTest {
  @Autowired Given given;
  @Autowired Callers callers;
  @Autowired Staff staff;
  @Autowired StaffList list;
  @Autowired StaffRight right;
  @Autowired Persons persons;
  @Autowired Charges charges;
  @Autowired OfficeTime time;
  @Autowired Web web;
  @Autowired SignedIn signedIn;

  Given.District district;
  Given.Thana thana;
  Caller sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("सौरिख");
    sho = callers.of(thana.sho());
  }

  private static Staff.Coming constable(String pno, String post) {
    return new Staff.Coming(
        pno, "रमेश कुमार", "", "98765 43210", Person.Gender.MALE, "constable", post, "", "");
  }

  private Act act(Caller by) {
    return Act.of(by.actor());
  }

  @Test
  @Holds({"B-31", "OP-137", "OP-6"})
  void one_form_and_one_press_make_a_constable_who_signs_in_without_e_mail() {
    String pno = LoadsTest.pno();
    Act press = act(sho);
    Staff.Joined joined = staff.join(press, sho, thana.id(), constable(pno, "CC"));
    assertThat(joined.mark()).isEqualTo("CC-" + thana.office().code());
    assertThat(joined.password()).isNotBlank();
    var charge = charges.of(joined.person()).getFirst();
    assertThat(charge.holds(time.today())).isTrue();
    refused(
        AccessRefusal.PASSWORD_SHOWN,
        () -> staff.join(press, sho, thana.id(), constable(pno, "CC")));
    assertThat(charges.of(joined.person())).as("a second press doubles nothing").hasSize(1);
    var answer =
        web.raw()
            .post()
            .uri("/session")
            .param("pno", pno)
            .param("password", joined.password())
            .exchange();
    assertThat(answer.getResponse().getStatus()).as("he signs in with it").isLessThan(400);
    assertThat(answer.getResponse().getHeaders("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith(karyalay.access.Gate.COOKIE + "="));
    var second = staff.join(act(sho), sho, thana.id(), constable(LoadsTest.pno(), "CC"));
    assertThat(second.mark())
        .as("each has a post of his own")
        .isEqualTo("CC-" + thana.office().code() + "-2");
  }

  @Test
  @Holds("OP-137")
  void whoever_neither_heads_the_office_nor_is_let_gets_nothing() {
    Caller stranger = callers.of(district.thana("ठठिया").sho());
    for (Caller other :
        List.of(
            stranger, callers.of(thana.hm()), callers.of(district.co), callers.of(thana.si()))) {
      refused(GoLiveRefusal.NOT_YOUR_OFFICE, () -> list.of(other, thana.id()));
      refused(
          GoLiveRefusal.NOT_YOUR_OFFICE,
          () -> staff.join(act(other), other, thana.id(), constable(LoadsTest.pno(), "CC")));
      refused(
          GoLiveRefusal.NOT_YOUR_OFFICE,
          () -> staff.release(act(other), other, thana.id(), thana.si().person(), true));
      refused(
          GoLiveRefusal.NOT_YOUR_OFFICE,
          () -> staff.password(act(other), other, thana.id(), thana.si().person()));
    }
    Caller foreign = callers.admin(given.district().reader);
    refused(GoLiveRefusal.NOT_YOUR_OFFICE, () -> list.of(foreign, thana.id()));
    assertThat(list.of(callers.admin(district.reader), thana.id())).isNotEmpty();
  }

  @Test
  void the_head_lets_a_post_look_after_the_people_and_takes_it_back() {
    Caller hm = callers.of(thana.hm());
    refused(
        GoLiveRefusal.ONLY_HEAD_DELEGATES,
        () -> right.delegate(act(hm), hm, thana.id(), thana.hm().post(), true));
    right.delegate(act(sho), sho, thana.id(), thana.hm().post(), true);
    assertThat(staff.join(act(hm), hm, thana.id(), constable(LoadsTest.pno(), "CC")).password())
        .isNotBlank();
    refused(
        GoLiveRefusal.ONLY_ADMINISTRATOR,
        () -> staff.password(act(hm), hm, thana.id(), thana.sho().person()));
    refused(
        GoLiveRefusal.ONLY_ADMINISTRATOR,
        () -> staff.release(act(hm), hm, thana.id(), thana.sho().person(), false));
    district.vacate(thana.sho().post());
    refused(
        GoLiveRefusal.ONLY_ADMINISTRATOR,
        () -> staff.join(act(hm), hm, thana.id(), constable(LoadsTest.pno(), "SHO")));
    Caller admin = callers.admin(district.reader);
    assertThat(staff.join(act(admin), admin, thana.id(), constable(LoadsTest.pno(), "SHO")).mark())
        .startsWith("SHO-");
  }

  @Test
  void a_delegation_taken_back_is_over() {
    Caller hm = callers.of(thana.hm());
    right.delegate(act(sho), sho, thana.id(), thana.hm().post(), true);
    assertThat(right.delegates(thana.id())).hasSize(1);
    right.delegate(act(sho), sho, thana.id(), thana.hm().post(), false);
    refused(GoLiveRefusal.NOT_YOUR_OFFICE, () -> list.of(hm, thana.id()));
  }

  @Test
  @Holds({"OP-137", "OP-13"})
  void a_person_moves_within_the_office_is_released_and_comes_again_elsewhere() {
    PersonId si = thana.si().person();
    staff.move(act(sho), sho, thana.id(), si, "BT");
    assertThat(now(si)).containsExactly("BT-" + thana.office().code());
    Given.Thana other = district.thana("तिर्वा");
    Caller there = callers.of(other.sho());
    Seat seat = thana.si();
    refused(
        GoLiveRefusal.SITS_ELSEWHERE,
        () -> staff.join(act(there), there, other.id(), constable(seat.pno(), "SI")));
    staff.release(act(sho), sho, thana.id(), si, true);
    assertThat(now(si)).isEmpty();
    var joined = staff.join(act(there), there, other.id(), constable(seat.pno(), "NSI"));
    assertThat(joined.person()).isEqualTo(si);
    staff.release(act(there), there, other.id(), si, false);
    assertThat(persons.find(si).orElseThrow().until()).isEqualTo(time.today());
  }

  private List<String> now(PersonId person) {
    return charges.of(person).stream()
        .filter(it -> it.holds(time.today()))
        .map(it -> it.mark())
        .toList();
  }

  @Test
  void posts_and_holidays_of_the_office_are_edited_and_those_of_others_are_not() {
    list.rename(act(sho), sho, thana.si().post(), "उप निरीक्षक (विवेचना)", "SI Investigation");
    assertThat(list.of(sho, thana.id()))
        .anyMatch(one -> one.post().designationHi().equals("उप निरीक्षक (विवेचना)"));
    LocalDate day = LocalDate.of(time.today().getYear(), 12, 24);
    list.declare(act(sho), sho, thana.id(), day, false, "स्थानीय मेला");
    var holiday =
        list.holidays(sho, thana.id()).stream()
            .filter(one -> one.nameHi().equals("स्थानीय मेला"))
            .findFirst()
            .orElseThrow();
    assertThat(holiday.day()).isEqualTo(day);
    Given.Thana other = district.thana("छिबरामऊ");
    Caller there = callers.of(other.sho());
    refused(
        GoLiveRefusal.NOT_YOUR_OFFICE,
        () -> list.withdraw(act(there), there, other.id(), holiday.id()));
    refused(
        GoLiveRefusal.NOT_YOUR_OFFICE, () -> list.abolish(act(there), there, thana.si().post()));
    list.withdraw(act(sho), sho, thana.id(), holiday.id());
    assertThat(list.holidays(sho, thana.id()))
        .noneMatch(one -> one.nameHi().equals("स्थानीय मेला"));
  }

  @Test
  void the_slip_shows_the_password_once_and_the_page_is_another_s_404() {
    String pno = LoadsTest.pno();
    var browser = signedIn.as(thana.sho());
    var answer =
        web.post(
            browser,
            "/staff",
            "office",
            thana.id().toString(),
            "pno",
            pno,
            "nameHi",
            "मोहन",
            "mobile",
            "9876543210",
            "gender",
            "MALE",
            "rank",
            "constable",
            "post",
            "CC");
    assertThat(answer)
        .hasStatusOk()
        .bodyText()
        .contains("CC-" + thana.office().code(), "मोहन", "<code>");
    assertThat(web.get(browser, "/staff"))
        .hasStatusOk()
        .bodyText()
        .contains("मोहन")
        .doesNotContain("<code>");
    assertThat(web.get(signedIn.as(thana.hm()), "/staff?office=" + thana.id())).hasStatus(404);
    assertThat(web.get(signedIn.as(thana.hm()), "/staff"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("मोहन");
  }

  private static void refused(Refused.Reason reason, ThrowingCallable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
