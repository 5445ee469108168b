package karyalay.access.web;

import static karyalay.web.MayCall.Who.ADMIN;

import karyalay.access.Credentials;
import karyalay.access.Roles;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// How the people of a district sign in, and who of them administers it (OP-5, OP-15).
@Controller
@RequestMapping("/admin/people/{person}")
class PersonAccessPages {
  private final Credentials credentials;
  private final Roles roles;
  private final Persons persons;

  PersonAccessPages(Credentials credentials, Roles roles, Persons persons) {
    this.credentials = credentials;
    this.roles = roles;
    this.persons = persons;
  }

  @GetMapping("/access")
  @MayCall(ADMIN)
  String access(@PathVariable PersonId person, Page page, Caller caller, Model model) {
    return show(person, page, caller, "", model);
  }

  private String show(PersonId person, Page page, Caller caller, String given, Model model) {
    var one =
        persons
            .inDistrict(person, caller.seat().district())
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    var view =
        new PersonAccessView(
            page,
            one,
            given,
            credentials.since(person).orElse(null),
            roles.administratorSince(person).orElse(null),
            credentials.everSignedIn(person));
    model.addAttribute("view", view);
    return "access/person";
  }

  /// The password is shown on this answer and never again, so there is no address to go to.
  @PostMapping("/password")
  @MayCall(ADMIN)
  String password(@PathVariable PersonId person, Act act, Caller caller, Page page, Model model) {
    String given = credentials.give(act, caller, person);
    return show(person, page, caller, given, model);
  }

  @PostMapping("/role")
  @MayCall(ADMIN)
  String give(@PathVariable PersonId person, Act act, Caller caller, Page page) {
    roles.give(act, caller, person);
    return "redirect:" + page.link("/admin/people/" + person + "/access");
  }

  @PostMapping("/role/ending")
  @MayCall(ADMIN)
  String end(@PathVariable PersonId person, Act act, Caller caller, Page page) {
    roles.end(act, caller, person);
    boolean own = person.equals(caller.person());
    return "redirect:" + page.link(own ? "/desk" : "/admin/people/" + person + "/access");
  }
}
