package karyalay.desk.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import karyalay.desk.Claim;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.shared.Caller;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// What the page of a paper says of its claim at a counter (OP-123): `@template.desk.claim(view =
/// …)`.
///
/// @param member whether the reader works at the counter where it lies, and so may take it
/// @param claim null when nobody has taken it
public record ClaimView(Page page, Reading.Card card, boolean member, @Nullable Claim claim) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public static ClaimView of(Page page, Reading.Card card) {
    Caller caller = page.caller();
    boolean member =
        caller != null
            && caller.seat().capacity() == Capacity.MEMBER
            && card.paper().heldBy(caller.seat().post())
            && card.paper().place() instanceof Place.OnDesk;
    return new ClaimView(page, card, member, card.claim().orElse(null));
  }

  public boolean own() {
    Caller caller = page.caller();
    return claim != null && caller != null && claim.by(caller.person());
  }

  /// Who has taken it, since when and until when.
  public String words() {
    if (claim == null) return "";
    String since = page.dates().time(claim.since());
    String until = clock(claim.lapses());
    return own()
        ? page.t("desk.claim.yours", since, until)
        : page.t("desk.claim.theirs", claim.name(page.language()), since, until);
  }

  private static String clock(Instant at) {
    return CLOCK.format(at.atZone(OfficeTime.ZONE));
  }

  public String path() {
    return "/papers/" + card.paper().id();
  }
}
