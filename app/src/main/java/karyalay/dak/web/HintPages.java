package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.dak.Field;
import karyalay.dak.Hints;
import karyalay.dak.Particulars;
import karyalay.dak.Sender;
import karyalay.organisation.Places;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the diary form offers while it is typed. It is asked by POST, since what is typed there
/// belongs in no address.
@Controller
class HintPages {
  private static final int PLACES = 12;

  private final Hints hints;
  private final DiaryForms forms;
  private final Places places;

  HintPages(Hints hints, DiaryForms forms, Places places) {
    this.hints = hints;
    this.forms = forms;
    this.places = places;
  }

  record EarlierJson(String number, String day, String address, boolean sameLetter) {}

  record SenderJson(
      String name,
      String designation,
      String organisation,
      String department,
      String address,
      String district,
      String state,
      String pin,
      String phone,
      String email) {
    static SenderJson of(Sender sender) {
      return new SenderJson(
          sender.name(),
          sender.designation(),
          sender.organisation(),
          sender.department(),
          sender.address(),
          sender.district(),
          sender.state(),
          sender.pin(),
          sender.phone(),
          sender.email());
    }
  }

  record HintsJson(
      List<EarlierJson> earlier,
      String category,
      String categoryName,
      String addressee,
      List<SenderJson> senders,
      List<String> villages) {}

  /// @param at the field that is being typed in
  @PostMapping("/receipts/hints")
  @MayCall(CHAIR)
  @ResponseBody
  HintsJson hints(
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "") String at,
      Caller caller,
      Page page) {
    Particulars it = forms.parse(new DiaryForm(typed), caller).particulars();
    var offers = forms.offers(caller, it);
    return new HintsJson(
        hints.earlier(caller.scope(), it).stream()
            .map(one ->
                new EarlierJson(
                    one.number(),
                    page.dates().day(one.day()),
                    page.link("/receipts/" + one.paper()),
                    one.why() == karyalay.dak.Earlier.Why.SAME_LETTER))
            .toList(),
        offers.category(),
        offers.categoryName(),
        offers.addressee(),
        senders(it, at, caller),
        villages(it, at, caller));
  }

  private List<SenderJson> senders(Particulars it, String at, Caller caller) {
    if (it.petition()) return List.of();
    String typed =
        switch (at) {
          case "sender-organisation" -> Field.SENDER_ORGANISATION.of(it);
          case "sender-designation" -> Field.SENDER_DESIGNATION.of(it);
          case "sender-name" -> Field.SENDER_NAME.of(it);
          default -> "";
        };
    return hints.senders(caller.scope(), typed).stream().map(SenderJson::of).toList();
  }

  private List<String> villages(Particulars it, String at, Caller caller) {
    if (!at.equals("sender-village") || it.sender().village().length() < 2) return List.of();
    return places.find(it.sender().village(), caller.seat().district(), PLACES).stream()
        .map(place -> place.nameHi().isEmpty() ? place.nameEn() : place.nameHi())
        .toList();
  }
}
