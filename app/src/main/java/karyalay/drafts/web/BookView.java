package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.Address;
import karyalay.drafts.Contact;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The book with what was looked for, or with one of it opened for a change.
public record BookView(Page page, List<Contact> contacts, String typed, @Nullable Contact opened) {
  public Address shown() {
    return opened == null ? Address.UNKNOWN : opened.address();
  }

  public String action() {
    return opened == null ? "/address-book" : "/address-book/" + opened.id();
  }
}
