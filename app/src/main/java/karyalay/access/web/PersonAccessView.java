package karyalay.access.web;

import java.time.Instant;
import java.time.LocalDate;
import karyalay.organisation.Person;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// Password and role of another person, for the administrator.
///
/// @param given the password just given, shown this once; empty otherwise
/// @param passwordSince since when he has the password he has; null when he has none
/// @param administratorSince since when he is an administrator; null when he is none
/// @param signedInBefore whether it takes two persons to give him a password (OP-139)
public record PersonAccessView(
    Page page,
    Person person,
    String given,
    @Nullable Instant passwordSince,
    @Nullable LocalDate administratorSince,
    boolean signedInBefore) {
  public String name() {
    return page.name(person.facts().nameHi(), person.facts().nameEn());
  }

  public String pno() {
    return person.facts().pno();
  }
}
