package karyalay.organisation.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Persons;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.Capacity;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Gives and ends charges, from the page of a post or of a person (OP-3, OP-5, OP-9, OP-123).
@Controller
class ChargeActs {
  private final Charges charges;
  private final Persons persons;
  private final Posts posts;

  ChargeActs(Charges charges, Persons persons, Posts posts) {
    this.charges = charges;
    this.persons = persons;
    this.posts = posts;
  }

  /// @param pno police number of who gets the post; words may follow
  /// @param mark marking abbreviation of the post; words may follow, as the picker fills it in
  /// @param last last day; needed for a link officer, else without end
  @PostMapping("/admin/charges")
  @MayCall(ADMIN)
  String give(
      @RequestParam String pno,
      @RequestParam String mark,
      @RequestParam Capacity capacity,
      @RequestParam @Day(NEAREST) LocalDate from,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate last,
      Act act,
      Caller caller,
      Page page) {
    PersonId person =
        persons
            .byPno(Forms.mark(pno))
            .orElseThrow(() -> new Refused(OrganisationRefusal.PERSON_NOT_SERVING))
            .id();
    var post =
        posts
            .of(Forms.mark(mark), caller.seat().district())
            .orElseThrow(() -> new Refused(OrganisationRefusal.POST_NOT_LIVE));
    LocalDate lastDay = last == null ? LocalDate.MAX : last;
    charges.give(act, new Charge.Facts(person, post.id(), capacity, from, lastDay));
    return "redirect:" + page.link("/admin/people/" + person);
  }

  @PostMapping("/admin/charges/{charge}/end")
  @MayCall(ADMIN)
  String end(
      @PathVariable UUID charge,
      @RequestParam PersonId person,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    charges.end(act, charge, from);
    return "redirect:" + page.link("/admin/people/" + person);
  }
}
