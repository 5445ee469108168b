package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Opens the officers' signing keys (OP-72). A key is opened with its PIN for one act, or kept open
/// for some minutes in a session. Five wrong PINs lock the key, never the account.
@Service
public class Keys {
  private static final int OPEN_MINUTES = 10;

  private final KeyRows rows;
  private final Pins pins;
  private final Tokens tokens;
  private final OpenKeys open;
  private final KeyEndings endings;
  private final Masters masters;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;

  Keys(
      KeyRows rows,
      Pins pins,
      Tokens tokens,
      OpenKeys open,
      KeyEndings endings,
      Masters masters,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.rows = rows;
    this.pins = pins;
    this.tokens = tokens;
    this.open = open;
    this.endings = endings;
    this.masters = masters;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  /// Whether the person has a key that can sign.
  public boolean registered(PersonId person) {
    return rows.hasLive(person);
  }

  /// Opens the officer's key with his PIN. Hashing is slow: call it outside any transaction, and
  /// close what it returns. The try is counted and committed before the PIN is looked at.
  ///
  /// @throws Refused `NO_KEY`, `KEY_ENDED`, `KEY_LOCKED`, `WRONG_PIN`, `CERTIFICATE_EXPIRED`
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Unlocked unlock(Actor actor, String pin) {
    KeyRows.Row row = rows.live(actor.person()).orElseThrow(() -> new Refused(NO_KEY));
    if (!row.there()) {
      endings.left(row.card());
      throw new Refused(KEY_ENDED);
    }
    KeyCard card = row.card();
    if (!time.now().isBefore(card.validTo()))
      throw new Refused(CERTIFICATE_EXPIRED, DAY.format(card.validTo().atZone(OfficeTime.ZONE)));
    if (!rows.count(card.id())) throw new Refused(KEY_LOCKED);
    Hand hand = hand(row, pin).orElseThrow(() -> wrong(actor, card));
    rows.forgive(card.id());
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(card.certificate());
    chain.addAll(Certificates.read(row.chain()));
    return new Unlocked(card.id(), card.person(), card.kind(), chain, hand);
  }

  /// Whether this PIN opens the person's key, for whoever sets a PIN for something else. It is not
  /// counted as a try, so that whoever asks must bound how often it is asked. What a token would
  /// say is not asked: its own tries are few.
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public boolean signsWith(PersonId person, String pin) {
    KeyRows.Row row = rows.live(person).orElse(null);
    if (row == null || row.card().source() == KeySource.TOKEN) return false;
    Optional<Hand> hand = hand(row, pin);
    hand.ifPresent(Hand::close);
    return hand.isPresent();
  }

  private static final java.time.format.DateTimeFormatter DAY =
      java.time.format.DateTimeFormatter.ofPattern("dd-MM-yyyy", java.util.Locale.ROOT);

  /// @return empty when the PIN is wrong
  private Optional<Hand> hand(KeyRows.Row row, String pin) {
    if (row.card().source() == KeySource.TOKEN)
      return tokens.open(row.alias(), pin).map(Tokens.Found::hand);
    if (!Pins.wellFormed(pin)) return Optional.empty();
    byte[] salt = Objects.requireNonNull(row.salt());
    String algorithm = row.card().certificate().getPublicKey().getAlgorithm();
    return Sealing.open(pins.sealingKey(pin, salt), Objects.requireNonNull(row.sealed()))
        .map(key -> new OwnHand(algorithm, key));
  }

  private Refused wrong(Actor actor, KeyCard card) {
    int left = KeyCard.TRIES - rows.failures(card.id());
    if (left > 0) return new Refused(WRONG_PIN, Integer.toString(left));
    open.ended(card.person());
    transaction.executeWithoutResult(begun ->
        ledger.append(
            Act.of(actor),
            new Entry("signatures.key_locked", "person/" + card.person(), key(card))));
    return new Refused(KEY_LOCKED);
  }

  static Map<String, Object> key(KeyCard card) {
    return Map.of("key", card.id().toString(), "serial", card.serial());
  }

  /// Keeps the key open in the caller's session and chair, for the minutes that the district set.
  ///
  /// @return until when
  /// @throws Refused those of {@link #unlock}
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Instant keepOpen(Act act, Caller caller, String pin) {
    int minutes = openMinutes(caller);
    Instant until = time.now().plus(Duration.ofMinutes(minutes));
    try (Unlocked key = unlock(caller.actor(), pin)) {
      if (!open.keep(caller, key, until)) throw new Refused(PIN_NEEDED);
      transaction.executeWithoutResult(begun ->
          ledger.append(
              act,
              new Entry(
                  "signatures.key_opened",
                  "person/" + caller.person(),
                  Map.of("key", key.key().toString(), "minutes", minutes))));
    }
    return until;
  }

  /// Closes the key that stands open in the caller's session.
  public void close(Caller caller) {
    open.close(caller);
  }

  /// For how many minutes a key stays open in the caller's district.
  public int openMinutes(Caller caller) {
    return number("signing-open-minutes", caller.seat().district(), OPEN_MINUTES);
  }

  int number(String setting, OfficeId district, int otherwise) {
    return masters
        .one("SETTING", setting, district)
        .map(master -> master.number("value", otherwise))
        .orElse(otherwise);
  }

  /// The key that stands open in the caller's session; empty when none does. No statement is sent.
  public Optional<Unlocked> open(Caller caller) {
    return open.find(caller);
  }

  /// What a form that may be signed sends: the open key of the session, else the one that the typed
  /// PIN opens, else null. Use it in `try (Unlocked key = keys.of(caller, pin))`. Without a PIN no
  /// statement is sent.
  ///
  /// @throws Refused those of {@link #unlock}, when a PIN was typed
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public @Nullable Unlocked of(Caller caller, @Nullable String pin) {
    Unlocked standing = open.find(caller).orElse(null);
    if (standing != null || pin == null || pin.isBlank()) return standing;
    return unlock(caller.actor(), pin.strip());
  }

  /// The same where a signature there must be.
  ///
  /// @throws Refused `PIN_NEEDED` and those of {@link #unlock}
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Unlocked needed(Caller caller, @Nullable String pin) {
    Unlocked key = of(caller, pin);
    if (key == null) throw new Refused(PIN_NEEDED);
    return key;
  }

  /// What the form of this caller shows; one statement at most.
  public PinField field(Caller caller) {
    Optional<Instant> until = open.until(caller);
    return new PinField(until.isPresent() || registered(caller.person()), until.orElse(null));
  }

  /// The same without a statement, for a page that knows whether there is a key.
  public PinField field(Caller caller, boolean registered) {
    return new PinField(registered, open.until(caller).orElse(null));
  }
}
