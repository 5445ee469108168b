package karyalay.organisation.web;

import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.organisation.Changes;
import karyalay.organisation.Place;
import karyalay.organisation.PlaceList;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
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

/// The administrator's list of villages and towns: enter, name in Hindi, end (OP-14).
@Controller
@RequestMapping("/admin/places")
class PlacePages {
  private static final int PAGE = 50;

  private final PlaceList places;
  private final Changes changes;
  private final OfficeTime time;

  PlacePages(PlaceList places, Changes changes, OfficeTime time) {
    this.places = places;
    this.changes = changes;
    this.time = time;
  }

  /// @param parent tehsil or block in which it lies, in English
  record Form(
      @Nullable String kind,
      @Nullable String nameHi,
      @Nullable String nameEn,
      @Nullable String parent) {
    Place.Facts facts() {
      return new Place.Facts(
          Forms.text(kind), Forms.text(nameHi), Forms.text(nameEn), Forms.text(parent));
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
    int first = Math.clamp(from, 0, 1_000_000);
    List<Place.Dated> found = places.of(district, q, first, PAGE);
    Integer next = found.size() < PAGE ? null : first + PAGE;
    var latest = changes.latest(district, List.of(Changes.Kind.PLACE), 20);
    model.addAttribute("view", new PlacesView(page, time.today(), q, found, next, null, latest));
    return "organisation/places";
  }

  @GetMapping("/{place}")
  @MayCall(ADMIN)
  String one(@PathVariable UUID place, Page page, Caller caller, Model model) {
    Place.Dated one =
        places
            .find(place, caller.seat().district())
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute(
        "view", new PlacesView(page, time.today(), "", List.of(), null, one, changes.of(place)));
    return "organisation/place";
  }

  @PostMapping
  @MayCall(ADMIN)
  String enter(
      Form form, @RequestParam @Day(NEAREST) LocalDate from, Act act, Caller caller, Page page) {
    return show(places.enter(act, caller.seat().district(), form.facts(), from), page);
  }

  @PostMapping("/{place}/changes")
  @MayCall(ADMIN)
  String change(
      @PathVariable UUID place,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Caller caller,
      Page page) {
    return show(places.change(act, caller.seat().district(), place, form.facts(), from), page);
  }

  @PostMapping("/{place}/end")
  @MayCall(ADMIN)
  String end(
      @PathVariable UUID place,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Caller caller,
      Page page) {
    return show(places.end(act, caller.seat().district(), place, from), page);
  }

  private static String show(UUID place, Page page) {
    return "redirect:" + page.link("/admin/places/" + place);
  }
}
