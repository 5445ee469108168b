package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Claim;
import karyalay.desk.Claims;
import karyalay.desk.Reading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Claims at a counter for other systems: the same doors as the pages (OP-123).
@RestController
@RequestMapping("/api/v1")
class ClaimApi {
  private final Claims claims;
  private final Reading reading;
  private final Words words;

  ClaimApi(Claims claims, Reading reading, Words words) {
    this.claims = claims;
    this.reading = reading;
    this.words = words;
  }

  /// @param claim null when nobody has taken the paper
  record HeldJson(UUID paper, @Nullable ClaimJson claim) {}

  /// @param mine whether the caller himself has it
  record ClaimJson(String name, boolean mine, Instant since, Instant lapses) {
    static ClaimJson of(Claim claim, Caller caller) {
      return new ClaimJson(
          claim.name(caller.language()), claim.by(caller.person()), claim.since(), claim.lapses());
    }
  }

  record ReasonJson(@Nullable String reason) {}

  record PapersJson(List<UUID> papers) {}

  /// @param refusal why it was not taken; null when it was
  record OutcomeJson(UUID paper, String number, @Nullable String refusal) {}

  @GetMapping("/papers/{paper}/claim")
  @MayCall(CHAIR)
  HeldJson claim(@PathVariable PaperId paper, Caller caller) {
    var claim = reading.card(paper, caller.scope()).claim();
    return new HeldJson(paper.value(), claim.map(one -> ClaimJson.of(one, caller)).orElse(null));
  }

  @PostMapping("/papers/{paper}/claim")
  @MayCall(CHAIR)
  HeldJson take(@PathVariable PaperId paper, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    claims.take(act, paper);
    return claim(paper, caller);
  }

  @PostMapping("/papers/{paper}/takeover")
  @MayCall(CHAIR)
  HeldJson takeOver(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    String reason = body.reason();
    claims.takeOver(act, paper, reason == null ? "" : reason);
    return claim(paper, caller);
  }

  @PostMapping("/papers/{paper}/claim/end")
  @MayCall(CHAIR)
  HeldJson giveBack(@PathVariable PaperId paper, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    claims.giveBack(act, paper);
    return claim(paper, caller);
  }

  /// Takes many, each an act of its own; what a colleague has is told row by row.
  @PostMapping("/desk/claims")
  @MayCall(CHAIR)
  List<OutcomeJson> takeMany(@RequestBody PapersJson body, Act act, Caller caller) {
    var outcomes = new ArrayList<OutcomeJson>();
    for (UUID id : body.papers()) {
      var paper = new PaperId(id);
      String number = reading.card(paper, caller.scope()).paper().number();
      outcomes.add(new OutcomeJson(id, number, refusal(act.part(id), paper, caller)));
    }
    return outcomes;
  }

  private @Nullable String refusal(Act act, PaperId paper, Caller caller) {
    try {
      claims.take(act, paper);
      return null;
    } catch (Refused refused) {
      return words.say(caller.language(), refused.reason().key(), refused.arguments().toArray());
    }
  }
}
