package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.access.Credentials;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Registers signing keys and withdraws them (OP-74). A person has one that signs; the earlier ones
/// are kept to judge what they signed. Whoever makes a key proves with his password that he is
/// himself; nothing here holds a transaction while it hashes.
@Service
public class KeyBook {
  private static final int DAYS = 1095;

  private final KeyRows rows;
  private final Keys keys;
  private final KeyEndings endings;
  private final OfficeAuthority authority;
  private final Trust trust;
  private final Tokens tokens;
  private final Pins pins;
  private final Credentials credentials;
  private final Persons persons;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;
  private final ObjectProvider<OtherPins> otherPins;

  KeyBook(
      KeyRows rows,
      Keys keys,
      KeyEndings endings,
      OfficeAuthority authority,
      Trust trust,
      Tokens tokens,
      Pins pins,
      Credentials credentials,
      Persons persons,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction,
      ObjectProvider<OtherPins> otherPins) {
    this.rows = rows;
    this.keys = keys;
    this.endings = endings;
    this.authority = authority;
    this.trust = trust;
    this.tokens = tokens;
    this.pins = pins;
    this.credentials = credentials;
    this.persons = persons;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
    this.otherPins = otherPins;
  }

  /// All keys of a person, the newest first.
  public List<KeyCard> of(PersonId person) {
    return rows.of(person);
  }

  /// Whether this machine has a token.
  public boolean tokenPresent() {
    return tokens.present();
  }

  /// What an officer types to make a key.
  ///
  /// @param device the browser's own mark, as at signing in
  public record Proof(String password, String pin, String again, UUID device) {
    @Override
    public String toString() {
      return "proof";
    }
  }

  /// Makes a key that the office's own authority certifies, in place of the one before.
  ///
  /// @throws Refused `PIN_MALFORMED`, `PINS_DIFFER`, `PIN_TOO_EASY`, `PIN_IS_PASSWORD`, and
  ///   `WRONG_PASSWORD`, `TOO_MANY_TRIES` of signing in
  public void make(Act act, Caller caller, Proof proof) {
    prove(caller, proof);
    KeyPair pair = OfficeAuthority.pair("secp256r1");
    Caller.Chair seat = caller.seat();
    var holder =
        new OfficeAuthority.Holder(
            caller.nameHi(),
            caller.nameEn(),
            caller.pno(),
            seat.designationHi(),
            seat.officeHi(),
            pair.getPublic());
    Duration life = Duration.ofDays(keys.number("signing-certificate-days", seat.district(), DAYS));
    Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
    X509Certificate certificate = authority.certify(holder, now, life);
    List<byte[]> chain =
        List.of(Certificates.encoded(java.util.Objects.requireNonNull(authority.certificate())));
    var card = card(caller, KeySource.OFFICE, SignatureKind.OFFICE_APPROVAL, certificate);
    register(act, sealed(card, chain, pair.getPrivate().getEncoded(), proof.pin()));
  }

  /// Takes the key of a licensed authority out of a PKCS#12 file and seals it anew under the PIN.
  ///
  /// @throws Refused `FILE_BROKEN`, `FILE_PASSWORD_WRONG`, `FILE_WITHOUT_KEY`,
  ///   `CERTIFICATE_NOT_FOR_SIGNING`, `FILE_EXPIRED`, `NOT_LICENSED`, and those of {@link #make}
  public void bring(Act act, Caller caller, Proof proof, byte[] file, String filePassword) {
    prove(caller, proof);
    Pkcs12.Found found = Pkcs12.read(file, filePassword);
    SignatureKind kind = licensed(found.chain());
    var card = card(caller, KeySource.FILE, kind, found.chain().getFirst());
    List<byte[]> chain = found.chain().stream().skip(1).map(Certificates::encoded).toList();
    register(act, sealed(card, chain, found.key().getEncoded(), proof.pin()));
  }

  /// Registers the key in this machine's token, which its own PIN opens.
  ///
  /// @throws Refused `NO_TOKEN`, `TOKEN_FAILED`, `WRONG_PIN` and those of {@link #bring}
  public void useToken(Act act, Caller caller, Proof proof) {
    credentials.confirm(caller, proof.password(), proof.device());
    Tokens.Found found =
        tokens.open("", proof.pin()).orElseThrow(() -> new Refused(WRONG_PIN, "?"));
    SignatureKind kind = licensed(found.chain());
    var card = card(caller, KeySource.TOKEN, kind, found.chain().getFirst());
    List<byte[]> chain = found.chain().stream().skip(1).map(Certificates::encoded).toList();
    register(act, new KeyRows.Row(card, chain, null, null, found.alias(), true));
  }

  private void prove(Caller caller, Proof proof) {
    Pins.check(proof.pin(), proof.again(), proof.password());
    credentials.confirm(caller, proof.password(), proof.device());
    // Only after the password, so that nobody else learns from the answer what a PIN is not.
    if (otherPins.stream().anyMatch(other -> other.taken(caller.person(), proof.pin())))
      throw new Refused(PIN_TAKEN);
  }

  /// @throws Refused `FILE_EXPIRED`, `NOT_LICENSED`
  private SignatureKind licensed(List<X509Certificate> chain) {
    X509Certificate own = chain.getFirst();
    Instant now = time.now();
    if (now.isAfter(own.getNotAfter().toInstant()) || now.isBefore(own.getNotBefore().toInstant()))
      throw new Refused(FILE_EXPIRED, OfficeTime.day(own.getNotAfter().toInstant()).toString());
    SignatureKind kind = trust.kind(own, chain);
    if (kind != SignatureKind.DIGITAL) throw new Refused(NOT_LICENSED, Certificates.issuer(own));
    return kind;
  }

  private KeyCard card(
      Caller caller, KeySource source, SignatureKind kind, X509Certificate certificate) {
    return new KeyCard(
        Ids.next(),
        caller.person(),
        caller.seat().post(),
        source,
        kind,
        certificate,
        0,
        time.now(),
        null,
        null,
        "");
  }

  private KeyRows.Row sealed(KeyCard card, List<byte[]> chain, byte[] key, String pin) {
    byte[] salt = Sealing.random(Pins.SALT);
    byte[] sealed = Sealing.seal(pins.sealingKey(pin, salt), key);
    java.util.Arrays.fill(key, (byte) 0);
    return new KeyRows.Row(card, chain, salt, sealed, "", true);
  }

  private void register(Act act, KeyRows.Row row) {
    KeyCard card = row.card();
    transaction.executeWithoutResult(begun ->
        acts.once(
            act,
            card.id(),
            () -> {
              rows.live(card.person())
                  .ifPresent(old -> endings.end(act, old.card(), KeyEnd.REPLACED, "", time::now));
              rows.add(row);
              ledger.append(
                  act,
                  new Entry(
                      "signatures.key_registered",
                      "person/" + card.person(),
                      Map.of(
                          "key", card.id().toString(),
                          "serial", card.serial(),
                          "source", card.source().name())));
            }));
  }

  /// Seals the key under another PIN. That of a token is changed with the token's own tools.
  ///
  /// @throws Refused those of {@link Keys#unlock} and of a new PIN
  public void changePin(Act act, Caller caller, String old, Proof proof) {
    prove(caller, proof);
    try (Unlocked key = keys.unlock(caller.actor(), old)) {
      byte[] encoded = key.encoded().orElseThrow(() -> new Refused(NO_TOKEN));
      byte[] salt = Sealing.random(Pins.SALT);
      byte[] sealed = Sealing.seal(pins.sealingKey(proof.pin(), salt), encoded);
      java.util.Arrays.fill(encoded, (byte) 0);
      transaction.executeWithoutResult(begun ->
          acts.once(
              act,
              key.key(),
              () -> {
                rows.reseal(key.key(), salt, sealed);
                ledger.append(
                    act,
                    new Entry(
                        "signatures.pin_changed",
                        "person/" + caller.person(),
                        Map.of("key", key.key().toString())));
              }));
    }
  }

  /// Withdraws one's own key, as when the PIN was seen.
  ///
  /// @throws Refused `NO_KEY`, `REASON_NEEDED`
  public void withdraw(Act act, Caller caller, String reason) {
    withdraw(act, caller.person(), reason);
  }

  /// An administrator withdraws the key of one of his district's people.
  ///
  /// @throws Refused `NOT_FOUND`, `NO_KEY`, `REASON_NEEDED`
  public void withdrawOf(Act act, Caller administrator, PersonId person, String reason) {
    if (persons.inDistrict(person, administrator.seat().district()).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
    withdraw(act, person, reason);
  }

  /// The PIN is forgotten and its owner has proved otherwise that he is himself (OP-139): his key
  /// signs no more, and he makes a new one. What it signed stays valid as of its time. Inside the
  /// act of his rescue; nothing happens where he has no key.
  @Transactional(propagation = Propagation.MANDATORY)
  public void retire(Act act, PersonId person) {
    rows.live(person)
        .ifPresent(old -> endings.end(act, old.card(), KeyEnd.WITHDRAWN, "OP-139", time::now));
  }

  private void withdraw(Act act, PersonId person, @Nullable String reason) {
    if (reason == null || reason.isBlank()) throw new Refused(REASON_NEEDED);
    String why = reason.strip();
    if (why.length() > 300) throw new Refused(SharedRefusal.TOO_LONG, "reason", "300");
    transaction.executeWithoutResult(begun ->
        acts.once(
            act,
            person.value(),
            () -> {
              KeyCard card = rows.live(person).orElseThrow(() -> new Refused(NO_KEY)).card();
              if (!endings.end(act, card, KeyEnd.WITHDRAWN, why, time::now))
                throw new Refused(NO_KEY);
            }));
  }
}
