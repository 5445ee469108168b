package karyalay.organisation;

import java.time.LocalDate;
import java.util.List;
import karyalay.shared.Capacity;
import karyalay.shared.Refused;

/// Who may be given which post, in what capacity, for which days.
final class ChargeRules {
  private ChargeRules() {}

  /// @param onPost other charges of the post, past and to come
  static void check(Charge.Facts asked, Person person, Post post, List<Charge> onPost) {
    LocalDate from = asked.from();
    LocalDate until = asked.until();
    if (!from.isBefore(until)) throw new Refused(OrganisationRefusal.DATES_CROSSED);
    if (asked.capacity() == Capacity.LINK && until.equals(LocalDate.MAX))
      throw new Refused(OrganisationRefusal.LINK_NEEDS_END);
    boolean member = asked.capacity() == Capacity.MEMBER;
    if (post.counter() && !member) throw new Refused(OrganisationRefusal.COUNTER_HAS_MEMBERS);
    if (member && !post.counter()) throw new Refused(OrganisationRefusal.NOT_A_COUNTER);
    if (!within(from, until, person.from(), person.until()))
      throw new Refused(OrganisationRefusal.PERSON_NOT_SERVING);
    if (!within(from, until, post.from(), post.until()))
      throw new Refused(OrganisationRefusal.POST_NOT_LIVE);
    for (Charge other : onPost) {
      if (!from.isBefore(other.until()) || !other.from().isBefore(until)) continue;
      if (other.person().equals(asked.person()))
        throw new Refused(OrganisationRefusal.CHARGE_KNOWN);
      if (asked.capacity() == Capacity.REGULAR && other.capacity() == Capacity.REGULAR)
        throw new Refused(OrganisationRefusal.POST_HELD, other.nameHi());
    }
  }

  /// A charge without end may outlast a post or person with one: both end it when they end.
  private static boolean within(LocalDate from, LocalDate until, LocalDate low, LocalDate high) {
    return !from.isBefore(low)
        && from.isBefore(high)
        && (until.equals(LocalDate.MAX) || !until.isAfter(high));
  }
}
