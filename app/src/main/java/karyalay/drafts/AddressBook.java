package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.CONTACT_INCOMPLETE;
import static karyalay.drafts.DraftsRefusal.EMAIL_MALFORMED;
import static karyalay.drafts.DraftsRefusal.MOBILE_MALFORMED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Folding;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom an office writes to outside, kept for each office (OP-66).
@Service
@Transactional
public class AddressBook {
  private static final int MOST = 200;
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
  private static final Pattern MOBILE = Pattern.compile("[6-9][0-9]{9}");

  private final ContactStore store;
  private final Desks desks;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  AddressBook(ContactStore store, Desks desks, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.desks = desks;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// The book of an office, or those of it that fit what was typed.
  @Transactional(readOnly = true)
  public List<Contact> find(OfficeId office, String typed) {
    return store.find(office, Folding.words(typed), MOST);
  }

  /// @throws Refused `NOT_FOUND` for another office's
  @Transactional(readOnly = true)
  public Contact one(UUID id, OfficeId office) {
    return store.one(id, office).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Enters somebody in the book of the actor's office.
  ///
  /// @throws Refused `CONTACT_INCOMPLETE`, `ADDRESS_MISSING`, `EMAIL_MALFORMED`, `MOBILE_MALFORMED`
  public UUID enter(Act act, Address address) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> ledger.append(act, put(act, id, address)));
  }

  /// Changes one; letters keep the address they were written with.
  ///
  /// @throws Refused those of {@link #enter}; `NOT_FOUND` for another office's
  public UUID change(Act act, UUID id, Address address) {
    return acts.once(
        act,
        id,
        () -> {
          if (store.one(id, desks.officeOf(act.post())).isEmpty())
            throw new Refused(SharedRefusal.NOT_FOUND);
          ledger.append(act, put(act, id, address));
        });
  }

  /// Takes one out of the book.
  public UUID remove(Act act, UUID id) {
    return acts.once(
        act,
        id,
        () -> {
          if (!store.remove(id, desks.officeOf(act.post())))
            throw new Refused(SharedRefusal.NOT_FOUND);
          ledger.append(act, new Entry("drafts.contact_removed", "contact/" + id));
        });
  }

  private Entry put(Act act, UUID id, Address typed) {
    Address address = clean(typed);
    check(address);
    if (!store.put(id, desks.officeOf(act.post()), address, act, time.now()))
      throw new Refused(SharedRefusal.NOT_FOUND);
    return new Entry(
        "drafts.contact_entered",
        "contact/" + id,
        Map.of("name", address.line(), "email", address.email(), "mobile", address.mobile()));
  }

  private static Address clean(Address typed) {
    return new Address(
        typed.name().strip(),
        typed.designation().strip(),
        typed.organisation().strip(),
        typed.address().strip().replace("\r\n", "\n"),
        typed.email().strip(),
        typed.mobile().strip());
  }

  private static void check(Address it) {
    if (it.line().isBlank() || it.line().length() > 300 || it.address().length() > 500)
      throw new Refused(CONTACT_INCOMPLETE);
    if (it.address().isBlank() && it.email().isBlank() && it.mobile().isBlank())
      throw new Refused(DraftsRefusal.ADDRESS_MISSING, it.line());
    if (!it.email().isEmpty() && !EMAIL.matcher(it.email()).matches())
      throw new Refused(EMAIL_MALFORMED);
    if (!it.mobile().isEmpty() && !MOBILE.matcher(it.mobile()).matches())
      throw new Refused(MOBILE_MALFORMED);
  }
}
