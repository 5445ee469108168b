package karyalay.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.PersonId;

/// The demonstration's people: one on every post but the vacant ones, several at each counter, some
/// with a second post, some covering for another (OP-3, OP-8, OP-9, OP-123).
final class Staffing {
  private final DistrictPlan plan;
  private final Map<String, PersonId> holders = new LinkedHashMap<>();
  private final List<PersonStore.Row> persons = new ArrayList<>();
  private final List<ChargeStore.Row> charges = new ArrayList<>();

  Staffing(DistrictPlan plan, DistrictFolder.Demonstration people, LocalDate today) {
    this.plan = plan;
    var taken = people.additional().stream().map(DistrictFolder.SecondPost::post).toList();
    var roster = new Roster(people);
    for (var post : plan.posts()) {
      if (post.facts().counter() || plan.isOutside(post)) continue;
      if (people.vacant().contains(post.mark()) || taken.contains(post.mark())) continue;
      appoint(post, roster);
    }
    plan.members().forEach(this::counter);
    LocalDate start = plan.from();
    for (var second : people.additional())
      second(second, Capacity.ADDITIONAL, start, LocalDate.MAX);
    for (var second : people.link())
      second(second, Capacity.LINK, today, today.plusDays(second.days()));
  }

  private void appoint(PostStore.Row post, Roster roster) {
    PersonId id = new PersonId(UUID.randomUUID());
    boolean woman = post.facts().designationHi().contains("महिला");
    persons.add(new PersonStore.Row(id, roster.next(post.facts().rank(), woman), plan.from()));
    holders.put(post.mark(), id);
    give(id, post.mark(), Capacity.REGULAR, plan.from(), LocalDate.MAX);
  }

  private void counter(String counter, List<String> members) {
    for (String member : members) {
      PersonId holder = holders.get(member);
      if (holder != null) give(holder, counter, Capacity.MEMBER, plan.from(), LocalDate.MAX);
    }
  }

  private void second(
      DistrictFolder.SecondPost second, Capacity capacity, LocalDate from, LocalDate lastDay) {
    PersonId holder = holders.get(second.holder());
    if (holder == null) throw new IllegalStateException("nobody holds the post " + second.holder());
    give(holder, second.post(), capacity, from, lastDay);
  }

  private void give(
      PersonId person, String mark, Capacity capacity, LocalDate from, LocalDate lastDay) {
    charges.add(
        new ChargeStore.Row(
            Ids.next(), new Charge.Facts(person, plan.post(mark), capacity, from, lastDay)));
  }

  List<PersonStore.Row> persons() {
    return persons;
  }

  List<ChargeStore.Row> charges() {
    return charges;
  }
}
