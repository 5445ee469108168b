package karyalay.organisation.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Charges;
import karyalay.organisation.Masters;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
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

/// The administrator's list of people: enter, change from a day on, disable (OP-5, OP-6, OP-14).
@Controller
@RequestMapping("/admin/people")
class PeoplePages {
  private static final int PAGE = 50;

  private final Persons persons;
  private final Charges charges;
  private final Masters masters;
  private final Changes changes;
  private final OfficeTime time;

  PeoplePages(Persons persons, Charges charges, Masters masters, Changes changes, OfficeTime time) {
    this.persons = persons;
    this.charges = charges;
    this.masters = masters;
    this.changes = changes;
    this.time = time;
  }

  record Form(
      @Nullable String pno,
      @Nullable String nameHi,
      @Nullable String nameEn,
      @Nullable String mobile,
      Person.@Nullable Gender gender,
      @Nullable String rank,
      @Day(BACK) @Nullable LocalDate joinedOn,
      @Nullable String email) {
    Person.Facts facts() {
      if (gender == null || joinedOn == null)
        throw new Refused(OrganisationRefusal.PERSON_INCOMPLETE);
      return new Person.Facts(
          Forms.text(pno),
          Forms.text(nameHi),
          Forms.text(nameEn),
          Forms.text(mobile),
          gender,
          Forms.text(rank),
          joinedOn,
          Forms.text(email));
    }
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from,
      Page page,
      Caller caller,
      Model model) {
    OfficeId district = caller.seat().district();
    List<Person> people = persons.of(district, q, Math.max(from, 0), PAGE);
    model.addAttribute(
        "view",
        new PeopleView(
            page,
            time.today(),
            q,
            masters.of("RANK", district),
            people,
            people.size() < PAGE ? null : from + PAGE,
            null,
            charges.within(district),
            changes.latest(district, List.of(Changes.Kind.PERSON), 20)));
    return "organisation/people";
  }

  @GetMapping("/{person}")
  @MayCall(ADMIN)
  String one(@PathVariable PersonId person, Page page, Caller caller, Model model) {
    OfficeId district = caller.seat().district();
    Person one =
        persons
            .inDistrict(person, district)
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute(
        "view",
        new PeopleView(
            page,
            time.today(),
            "",
            masters.of("RANK", district),
            List.of(),
            null,
            one,
            charges.of(person),
            changes.of(person.value())));
    return "organisation/person";
  }

  @PostMapping
  @MayCall(ADMIN)
  String enter(Form form, @RequestParam @Day(NEAREST) LocalDate from, Act act, Page page) {
    return show(persons.enter(act, form.facts(), from), page);
  }

  @PostMapping("/{person}/changes")
  @MayCall(ADMIN)
  String change(
      @PathVariable PersonId person,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(persons.change(act, person, form.facts(), from), page);
  }

  @PostMapping("/{person}/disabling")
  @MayCall(ADMIN)
  String disable(
      @PathVariable PersonId person,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(persons.disable(act, person, from), page);
  }

  private static String show(PersonId person, Page page) {
    return "redirect:" + page.link("/admin/people/" + person);
  }
}
