package karyalay.golive.web;

import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.golive.Staff;
import karyalay.golive.StaffList;
import karyalay.golive.StaffRight;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Person;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// कर्मचारी: the people of one office on one screen (OP-137, B-31). Its head, whom he lets, and the
/// administrator; to the rest it is not there.
@Controller
@RequestMapping("/staff")
class StaffPages {
  private final Staff staff;
  private final StaffList list;
  private final StaffRight right;
  private final Offices offices;
  private final Masters masters;

  StaffPages(Staff staff, StaffList list, StaffRight right, Offices offices, Masters masters) {
    this.staff = staff;
    this.list = list;
    this.right = right;
    this.offices = offices;
    this.masters = masters;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(
      @RequestParam(required = false) @Nullable OfficeId office,
      Caller caller,
      Page page,
      Model model) {
    OfficeId shown = office == null ? caller.seat().office() : office;
    if (office == null && !right.has(caller, shown)) {
      model.addAttribute("view", new StaffNoneView(page));
      return "golive/staff_none";
    }
    var seated = list.of(caller, shown);
    Office of = offices.find(shown).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    var district = caller.seat().district();
    model.addAttribute(
        "view",
        new StaffView(
            page,
            of,
            caller.roles().contains("ADMIN") ? offices.of(district, false) : java.util.List.of(),
            seated,
            masters.of("RANK", district),
            list.holidays(caller, shown),
            right.delegates(shown),
            right.heads(caller, shown)));
    return "golive/staff";
  }

  /// The form of whoever comes.
  record Form(
      @Nullable String pno,
      @Nullable String nameHi,
      @Nullable String nameEn,
      @Nullable String mobile,
      Person.@Nullable Gender gender,
      @Nullable String rank,
      @Nullable String post,
      @Nullable String designationHi,
      @Nullable String designationEn) {
    Staff.Coming coming() {
      return new Staff.Coming(
          text(pno),
          text(nameHi),
          text(nameEn),
          text(mobile),
          gender == null ? Person.Gender.MALE : gender,
          text(rank),
          text(post),
          text(designationHi),
          text(designationEn));
    }

    private static String text(@Nullable String field) {
      return field == null ? "" : field.strip();
    }
  }

  /// One form, one press. The password stands on this answer and never again.
  @PostMapping
  @MayCall(CHAIR)
  String join(
      @RequestParam OfficeId office, Form form, Act act, Caller caller, Page page, Model model) {
    return slip(staff.join(act, caller, office, form.coming()), office, page, model);
  }

  private static String slip(Staff.Joined joined, OfficeId office, Page page, Model model) {
    model.addAttribute("view", new SlipView(page, joined, office));
    return "golive/slip";
  }

  @PostMapping("/{person}/password")
  @MayCall(CHAIR)
  String password(
      @PathVariable PersonId person,
      @RequestParam OfficeId office,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    return slip(staff.password(act, caller, office, person), office, page, model);
  }

  @PostMapping("/{person}/move")
  @MayCall(CHAIR)
  String move(
      @PathVariable PersonId person,
      @RequestParam OfficeId office,
      @RequestParam String post,
      Act act,
      Caller caller,
      Page page) {
    staff.move(act, caller, office, person, post);
    return show(office, page);
  }

  /// @param serving false when he leaves the service
  @PostMapping("/{person}/release")
  @MayCall(CHAIR)
  String release(
      @PathVariable PersonId person,
      @RequestParam OfficeId office,
      @RequestParam boolean serving,
      Act act,
      Caller caller,
      Page page) {
    staff.release(act, caller, office, person, serving);
    return show(office, page);
  }

  @PostMapping("/posts/{post}/changes")
  @MayCall(CHAIR)
  String rename(
      @PathVariable PostId post,
      @RequestParam OfficeId office,
      @RequestParam String designationHi,
      @RequestParam String designationEn,
      Act act,
      Caller caller,
      Page page) {
    list.rename(act, caller, post, designationHi, designationEn);
    return show(office, page);
  }

  @PostMapping("/posts/{post}/abolition")
  @MayCall(CHAIR)
  String abolish(
      @PathVariable PostId post, @RequestParam OfficeId office, Act act, Caller caller, Page page) {
    list.abolish(act, caller, post);
    return show(office, page);
  }

  @PostMapping("/delegates")
  @MayCall(CHAIR)
  String delegate(
      @RequestParam OfficeId office,
      @RequestParam PostId post,
      @RequestParam(defaultValue = "true") boolean given,
      Act act,
      Caller caller,
      Page page) {
    right.delegate(act, caller, office, post, given);
    return show(office, page);
  }

  @PostMapping("/holidays")
  @MayCall(CHAIR)
  String declare(
      @RequestParam OfficeId office,
      @RequestParam @Day(NEAREST) LocalDate day,
      @RequestParam String nameHi,
      @RequestParam(defaultValue = "false") boolean working,
      Act act,
      Caller caller,
      Page page) {
    list.declare(act, caller, office, day, working, nameHi);
    return show(office, page);
  }

  @PostMapping("/holidays/{holiday}/withdrawal")
  @MayCall(CHAIR)
  String withdraw(
      @PathVariable UUID holiday,
      @RequestParam OfficeId office,
      Act act,
      Caller caller,
      Page page) {
    list.withdraw(act, caller, office, holiday);
    return show(office, page);
  }

  private static String show(OfficeId office, Page page) {
    return "redirect:" + page.link("/staff?office=" + office);
  }
}
