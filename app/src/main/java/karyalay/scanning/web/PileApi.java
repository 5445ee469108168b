package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.scanning.Pile;
import karyalay.scanning.PileLetters;
import karyalay.scanning.Piles;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Piles for other systems, as a scanner's own program: the same doors as the pages.
@RestController
@RequestMapping("/api/v1/piles")
class PileApi {
  private final Piles piles;
  private final PileLetters letters;

  PileApi(Piles piles, PileLetters letters) {
    this.piles = piles;
    this.letters = letters;
  }

  /// @param uploads documents sent before to `/api/v1/uploads`
  record NewPileJson(List<UUID> uploads) {}

  record PileVersionJson(int version) {}

  record PilePageJson(
      int n, boolean begins, boolean blank, boolean dropped, int turn, @Nullable UUID letter) {}

  /// @param letters how many were cut out; 0 while it is being cut
  record PileLineJson(UUID id, String state, Instant madeAt, int pages, int letters, int done) {
    static PileLineJson of(Pile.Line pile) {
      return new PileLineJson(
          pile.id(), pile.state().name(), pile.madeAt(), pile.pages(), pile.letters(), pile.done());
    }
  }

  /// @param number empty while it waits for one
  record PileLetterJson(UUID id, List<Integer> pages, boolean done, String number) {}

  record PileJson(
      UUID id,
      String state,
      int version,
      Instant madeAt,
      long read,
      List<PilePageJson> pages,
      List<PileLetterJson> letters) {
    static PileJson of(Pile pile) {
      return new PileJson(
          pile.id(),
          pile.state().name(),
          pile.version(),
          pile.madeAt(),
          pile.read(),
          pile.pages().stream()
              .map(one ->
                  new PilePageJson(
                      one.n(), one.begins(), one.blank(), one.dropped(), one.turn(), one.letter()))
              .toList(),
          pile.letters().stream()
              .map(one -> new PileLetterJson(one.id(), one.pages(), one.done(), one.number()))
              .toList());
    }
  }

  @GetMapping
  @MayCall(CHAIR)
  List<PileLineJson> list(Caller caller) {
    return piles.of(caller.seat().post()).stream().map(PileLineJson::of).toList();
  }

  @PostMapping
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  PileJson make(@RequestBody NewPileJson body, Act act, Caller caller) {
    return pile(piles.make(act, body.uploads()), caller);
  }

  @GetMapping("/{pile}")
  @MayCall(CHAIR)
  PileJson pile(@PathVariable UUID pile, Caller caller) {
    return PileJson.of(piles.open(pile, caller.scope()));
  }

  @PostMapping("/{pile}/cuts")
  @MayCall(CHAIR)
  PileJson save(@PathVariable UUID pile, @RequestBody CutsJson body, Act act, Caller caller) {
    piles.save(act, pile, body.version(), body.cuts());
    return pile(pile, caller);
  }

  @PostMapping("/{pile}/letters")
  @MayCall(CHAIR)
  PileJson cut(@PathVariable UUID pile, @RequestBody PileVersionJson body, Act act, Caller caller) {
    piles.cut(act, pile, body.version());
    return pile(pile, caller);
  }

  @PostMapping("/{pile}/reopening")
  @MayCall(CHAIR)
  PileJson cutAgain(
      @PathVariable UUID pile, @RequestBody PileVersionJson body, Act act, Caller caller) {
    piles.cutAgain(act, pile, body.version());
    return pile(pile, caller);
  }

  /// @param upload to be named when the letter is diarised
  record OfferJson(UUID letter, UUID upload, String place) {}

  /// A letter's pages, to be diarised.
  @GetMapping("/letters/{letter}")
  @MayCall(CHAIR)
  OfferJson letter(@PathVariable UUID letter, Caller caller) {
    var offered = letters.open(letter, caller.scope());
    return new OfferJson(letter, offered.upload(), offered.place());
  }
}
