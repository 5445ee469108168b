package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.drafts.Address;
import karyalay.drafts.AddressBook;
import karyalay.drafts.Addressing;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office's address book, and the type-ahead over all who may be written to.
@Controller
class BookPages {
  private final AddressBook book;
  private final Addressing addressing;

  BookPages(AddressBook book, Addressing addressing) {
    this.book = book;
    this.addressing = addressing;
  }

  @GetMapping("/address-book")
  @MayCall(CHAIR)
  String book(@RequestParam(defaultValue = "") String q, Caller caller, Page page, Model model) {
    var found = book.find(caller.seat().office(), q);
    model.addAttribute("view", new BookView(page, found, q, null));
    return "drafts/address_book";
  }

  @GetMapping("/address-book/{contact}")
  @MayCall(CHAIR)
  String one(@PathVariable UUID contact, Caller caller, Page page, Model model) {
    var office = caller.seat().office();
    var opened = book.one(contact, office);
    model.addAttribute("view", new BookView(page, List.of(opened), "", opened));
    return "drafts/address_book";
  }

  record ContactForm(
      @Nullable String name,
      @Nullable String designation,
      @Nullable String organisation,
      @Nullable String address,
      @Nullable String email,
      @Nullable String mobile) {
    Address contact() {
      return new Address(
          or(name), or(designation), or(organisation), or(address), or(email), or(mobile));
    }

    private static String or(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  @PostMapping("/address-book")
  @MayCall(CHAIR)
  String enter(ContactForm form, Act act, Page page) {
    book.enter(act, form.contact());
    return "redirect:" + page.link("/address-book");
  }

  @PostMapping("/address-book/{contact}")
  @MayCall(CHAIR)
  String change(@PathVariable UUID contact, ContactForm form, Act act, Page page) {
    book.change(act, contact, form.contact());
    return "redirect:" + page.link("/address-book");
  }

  @PostMapping("/address-book/{contact}/removal")
  @MayCall(CHAIR)
  String remove(@PathVariable UUID contact, Act act, Page page) {
    book.remove(act, contact);
    return "redirect:" + page.link("/address-book");
  }

  @GetMapping("/addressees/picker")
  @MayCall(CHAIR)
  String picker(@RequestParam(defaultValue = "") String q, Caller caller, Page page, Model model) {
    model.addAttribute("view", new OffersView(page, addressing.offers(q, caller)));
    return "drafts/offers";
  }
}
