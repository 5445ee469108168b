package karyalay.access.web;

import static karyalay.web.MayCall.Who.CHAIR;
import static karyalay.web.MayCall.Who.SIGNED_IN;

import karyalay.access.Preferences;
import karyalay.organisation.Places;
import karyalay.shared.Caller;
import karyalay.shared.KrutiDev;
import karyalay.shared.Typing;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hindi under the fingers (OP-122): which keyboard a person uses, where its letters lie, the words
/// that are offered while he types, and old text of KrutiDev put into Unicode.
@Controller
@RequestMapping("/typing")
class TypingPages {
  private static final MediaType LINES = MediaType.valueOf("text/plain;charset=UTF-8");

  private final Preferences preferences;
  private final Places places;
  private final TypingWords words;
  private final Keyboards keyboards;

  TypingPages(Preferences preferences, Places places, TypingWords words, Keyboards keyboards) {
    this.preferences = preferences;
    this.places = places;
    this.words = words;
    this.keyboards = keyboards;
  }

  @GetMapping
  @MayCall(SIGNED_IN)
  String help(Page page, Model model) {
    return show(page, "", model);
  }

  private String show(Page page, String old, Model model) {
    model.addAttribute("view", new TypingView(page, keyboards, old, KrutiDev.unicode(old)));
    return "access/typing";
  }

  /// The switch of the shell; it stays with the person.
  @PostMapping
  @MayCall(SIGNED_IN)
  String choose(
      @RequestParam Typing typing,
      @RequestParam(defaultValue = "/typing") String to,
      Caller caller) {
    preferences.typing(caller.person(), typing);
    return "redirect:" + SessionPages.local(to);
  }

  /// Old text in Unicode, to be copied from the answer. Nothing is kept.
  @PostMapping("/conversions")
  @MayCall(SIGNED_IN)
  String convert(@RequestParam(defaultValue = "") String old, Page page, Model model) {
    return show(page, old, model);
  }

  /// Words that may be offered to whoever types: of the office, of the police, and the places of
  /// the district.
  @GetMapping("/words")
  @MayCall(CHAIR)
  ResponseEntity<String> words(Caller caller) {
    return ResponseEntity.ok()
        .contentType(LINES)
        .body(words.with(places.names(caller.seat().district())));
  }
}
