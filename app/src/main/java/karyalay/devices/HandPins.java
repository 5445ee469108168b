package karyalay.devices;

import static karyalay.devices.DevicesRefusal.*;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.access.Credentials;
import karyalay.access.Secrets;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.signatures.EasyPins;
import karyalay.signatures.Keys;
import karyalay.signatures.OtherPins;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// The PIN by which one takes over a shared machine (OP-125). It opens a session on such a machine
/// alone and signs nothing; nothing here holds a transaction while it hashes.
@Service
public class HandPins implements OtherPins {
  static final int SHORTEST = 4;
  static final int LONGEST = 6;

  /// A person mistypes; whoever asks for all PINs in turn which of them signs would need years.
  private static final int MOST_A_DAY = 5;

  private static final Pattern FORM = Pattern.compile("[0-9]{" + SHORTEST + "," + LONGEST + "}");

  private final HandStore store;
  private final Machines machines;
  private final Credentials credentials;
  private final Secrets secrets;
  private final Keys keys;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;

  HandPins(
      HandStore store,
      Machines machines,
      Credentials credentials,
      Secrets secrets,
      Keys keys,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.store = store;
    this.machines = machines;
    this.credentials = credentials;
    this.secrets = secrets;
    this.keys = keys;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  /// What is typed to choose a PIN.
  ///
  /// @param device the browser's own mark, as at signing in
  public record Proof(String password, String pin, String again, UUID device) {
    @Override
    public String toString() {
      return "proof";
    }
  }

  /// Whether the person has chosen one.
  @Transactional(readOnly = true)
  public boolean has(PersonId person) {
    return store.hash(person).isPresent();
  }

  /// Whether a text can be a hand-over PIN. A password cannot: it has eight characters at least, so
  /// that one field takes either, and the two never are the same.
  static boolean wellFormed(String typed) {
    return FORM.matcher(typed).matches();
  }

  /// Chooses one's own, knowing one's password.
  ///
  /// @throws Refused `HAND_PIN_MALFORMED`, `HAND_PINS_DIFFER`, `HAND_PIN_TOO_EASY`,
  ///   `HAND_PIN_CHOSEN_OFTEN`, `HAND_PIN_SIGNS`, and `WRONG_PASSWORD`, `TOO_MANY_TRIES`
  public void choose(Act act, Caller caller, Proof proof) {
    check(proof);
    PersonId person = caller.person();
    credentials.confirm(caller, proof.password(), proof.device());
    if (!count(person)) throw new Refused(HAND_PIN_CHOSEN_OFTEN, Integer.toString(MOST_A_DAY));
    if (keys.signsWith(person, proof.pin())) throw new Refused(HAND_PIN_SIGNS);
    String hash = secrets.hash(proof.pin());
    transaction.executeWithoutResult(begun ->
        acts.once(
            act,
            person.value(),
            () -> {
              store.put(person, hash, time.now());
              machines.proved(person, proof.device());
              ledger.append(
                  act, new Entry("devices.hand_pin_chosen", "person/" + person, Map.of()));
            }));
  }

  private static void check(Proof proof) {
    if (!wellFormed(proof.pin()))
      throw new Refused(HAND_PIN_MALFORMED, Integer.toString(SHORTEST), Integer.toString(LONGEST));
    if (!proof.pin().equals(proof.again())) throw new Refused(HAND_PINS_DIFFER);
    if (EasyPins.easy(proof.pin())) throw new Refused(HAND_PIN_TOO_EASY);
  }

  private boolean count(PersonId person) {
    return Boolean.TRUE.equals(
        transaction.execute(begun -> store.count(person, time.today(), MOST_A_DAY, time.now())));
  }

  /// For the invented people of a demonstration: one PIN for all of them, with one hash.
  @Transactional
  public void setForAll(Act act, Collection<PersonId> people, String pin) {
    store.putAll(people, secrets.hash(pin), time.now(), time.today());
    ledger.append(
        act, new Entry("devices.hand_pins_set", "demonstration", Map.of("people", people.size())));
  }

  /// Whoever had to be rescued chooses a new one, inside the act that rescues him.
  @Transactional(propagation = Propagation.MANDATORY)
  void forget(PersonId person) {
    store.clear(person);
  }

  @Override
  public boolean taken(PersonId person, String pin) {
    String hash = store.hash(person).orElse(null);
    return hash != null && secrets.fits(pin, hash);
  }
}
