package karyalay.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works which post. A change of holder moves no paper (OP-1); a person may have several posts
/// (OP-3); a link officer's cover ends by itself (OP-9); a counter has members (OP-123).
@Service
@Transactional
public class Charges {
  private final ChargeStore store;
  private final PersonStore persons;
  private final PostStore posts;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;

  Charges(
      ChargeStore store,
      PersonStore persons,
      PostStore posts,
      Changes changes,
      Authority authority,
      Acts acts,
      Ledger ledger) {
    this.store = store;
    this.persons = persons;
    this.posts = posts;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
  }

  /// All charges a person has, had or will have, the latest first.
  @Transactional(readOnly = true)
  public List<Charge> of(PersonId person) {
    return store.of(person);
  }

  /// All charges there are, were or will be on a post, the latest first.
  @Transactional(readOnly = true)
  public List<Charge> on(PostId post) {
    return store.on(post);
  }

  /// Charges of a district that hold today or will.
  @Transactional(readOnly = true)
  public List<Charge> within(OfficeId district) {
    return store.listed(district);
  }

  /// Gives a person a post. First the person, then the post, then the charge (OP-5).
  ///
  /// @throws Refused `PERSON_NOT_SERVING`, `POST_NOT_LIVE`, `POST_HELD`, `CHARGE_KNOWN`,
  ///   `COUNTER_HAS_MEMBERS`, `NOT_A_COUNTER`, `LINK_NEEDS_END`, `DATES_CROSSED`
  public UUID give(Act act, Charge.Facts facts) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> giveNow(act, id, facts));
  }

  private void giveNow(Act act, UUID id, Charge.Facts facts) {
    // Two givings of one post wait for each other here.
    var _ =
        posts.lock(facts.post()).orElseThrow(() -> new Refused(OrganisationRefusal.POST_NOT_LIVE));
    Post post = posts.find(facts.post()).orElseThrow();
    authority.over(act, post.district());
    Person person =
        persons
            .find(facts.person())
            .orElseThrow(() -> new Refused(OrganisationRefusal.PERSON_NOT_SERVING));
    ChargeRules.check(facts, person, post, store.on(facts.post()));
    store.add(List.of(new ChargeStore.Row(id, facts)));
    var now = words(facts, post);
    var shown = new LinkedHashMap<String, Object>(now);
    shown.put("person", person.facts().nameHi() + " " + person.facts().pno());
    changes.note(act, Changes.Kind.CHARGE, id, facts.from(), Map.of(), shown);
    ledger.append(act, new Entry("organisation.charge_given", "post/" + facts.post(), now));
  }

  private static Map<String, Object> words(Charge.Facts facts, Post post) {
    var words = new LinkedHashMap<String, Object>();
    words.put("person", facts.person().toString());
    words.put("post", post.mark());
    words.put("capacity", facts.capacity().name());
    words.put("valid_from", facts.from().toString());
    if (!facts.until().equals(LocalDate.MAX)) words.put("valid_to", facts.until().toString());
    return words;
  }

  /// Ends a charge from a day on. Today's date ends it at the next request (OP-13).
  ///
  /// @param from first day on which it is over
  /// @throws Refused `NOT_FOUND`, `DATES_CROSSED` when it ends before it began
  public UUID end(Act act, UUID charge, LocalDate from) {
    return acts.once(act, charge, () -> endNow(act, charge, from));
  }

  private void endNow(Act act, UUID id, LocalDate from) {
    Charge charge = store.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    authority.over(act, posts.find(charge.post()).orElseThrow().district());
    if (from.isBefore(charge.from()) || from.isAfter(charge.until()))
      throw new Refused(OrganisationRefusal.DATES_CROSSED);
    store.end(id, from);
    String was = charge.until().equals(LocalDate.MAX) ? "infinity" : charge.until().toString();
    Map<String, Object> now = Map.of("valid_to", from.toString());
    changes.note(act, Changes.Kind.CHARGE, id, from, Map.of("valid_to", was), now);
    var details = new LinkedHashMap<>(now);
    details.put("person", charge.person().toString());
    details.put("capacity", charge.capacity().name());
    ledger.append(act, new Entry("organisation.charge_ended", "post/" + charge.post(), details));
  }
}
