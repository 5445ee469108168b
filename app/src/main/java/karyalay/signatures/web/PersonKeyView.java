package karyalay.signatures.web;

import java.util.List;
import karyalay.organisation.Person;
import karyalay.signatures.KeyCard;
import karyalay.web.Page;

/// The signing keys of another person, for the administrator.
public record PersonKeyView(Page page, Person person, List<KeyCard> keys) {
  public String name() {
    return page.name(person.facts().nameHi(), person.facts().nameEn());
  }

  public boolean live() {
    return keys.stream().anyMatch(KeyCard::live);
  }
}
