package karyalay.signatures.web;

import static karyalay.web.MayCall.Who.ADMIN;

import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.KeyBook;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing keys of the people of a district, for whoever administers it (OP-74).
@Controller
@RequestMapping("/admin/people/{person}/signing-key")
class PersonKeyPages {
  private final KeyBook book;
  private final Persons persons;

  PersonKeyPages(KeyBook book, Persons persons) {
    this.book = book;
    this.persons = persons;
  }

  @GetMapping
  @MayCall(ADMIN)
  String keys(@PathVariable PersonId person, Page page, Caller caller, Model model) {
    var one =
        persons
            .inDistrict(person, caller.seat().district())
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute("view", new PersonKeyView(page, one, book.of(person)));
    return "signatures/person";
  }

  @PostMapping("/withdrawal")
  @MayCall(ADMIN)
  String withdraw(
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    book.withdrawOf(act, caller, person, reason);
    return "redirect:" + page.link("/admin/people/" + person + "/signing-key");
  }
}
