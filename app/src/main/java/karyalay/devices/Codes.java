package karyalay.devices;

import static karyalay.devices.DevicesRefusal.*;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.access.Credentials;
import karyalay.access.Secrets;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.notices.Text;
import karyalay.notices.Texts;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Ids;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.signatures.KeyBook;
import karyalay.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Rescue by a code on the registered mobile (OP-139). Nothing that is answered tells whether a
/// number exists: for any number a code is made, hashed and kept, and only where there is somebody
/// with a mobile a text goes out. A code belongs to the machine that asked for it, lives ten
/// minutes and bears five tries.
@Service
public class Codes {
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int MOST_OF_MACHINE = 3;
  private static final Duration MACHINE_SPAN = Duration.ofMinutes(10);
  private static final int MOST_OF_NUMBER = 5;
  private static final Duration NUMBER_SPAN = Duration.ofHours(1);

  private final CodeStore store;
  private final Persons persons;
  private final Charges charges;
  private final Posts posts;
  private final Credentials credentials;
  private final Secrets secrets;
  private final HandPins pins;
  private final KeyBook keys;
  private final Texts texts;
  private final Words words;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;
  private final SecureRandom random = new SecureRandom();

  Codes(
      CodeStore store,
      Persons persons,
      Charges charges,
      Posts posts,
      Credentials credentials,
      Secrets secrets,
      HandPins pins,
      KeyBook keys,
      Texts texts,
      Words words,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.store = store;
    this.persons = persons;
    this.charges = charges;
    this.posts = posts;
    this.credentials = credentials;
    this.secrets = secrets;
    this.pins = pins;
    this.keys = keys;
    this.texts = texts;
    this.words = words;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  /// Whether texts can go out at all; where not, two persons rescue.
  public boolean served() {
    return texts.served();
  }

  /// Makes a code for whoever has this number, if anybody.
  ///
  /// @return the name under which it is asked for
  /// @throws Refused `NO_SMS`, `CODES_TOO_MANY`
  public UUID ask(String typed, UUID device, Language language) {
    if (!served()) throw new Refused(NO_SMS);
    String pno = typed.strip();
    pno = pno.substring(0, Math.min(pno.length(), 20));
    Person found = persons.byPno(pno).filter(this::reachable).orElse(null);
    PersonId person = found == null ? null : found.id();
    slow(pno, person, device);
    String code = "%06d".formatted(random.nextInt(1_000_000));
    Instant now = time.now();
    var row =
        new CodeStore.Row(Ids.next(), pno, person, device, secrets.hash(code), now, now.plus(LIFE));
    transaction.executeWithoutResult(begun -> {
      store.prune(now.minus(Duration.ofDays(2)));
      store.put(row);
      if (found != null) send(found, code, language);
    });
    return row.id();
  }

  /// Somebody who serves, has a password to forget, a post for whose office the text goes out, and
  /// a mobile.
  private boolean reachable(Person person) {
    return time.today().isBefore(person.until())
        && person.facts().mobile().matches("[6-9][0-9]{9}")
        && credentials.since(person.id()).isPresent()
        && office(person.id()).isPresent();
  }

  private Optional<OfficeId> office(PersonId person) {
    return charges.of(person).stream()
        .filter(charge -> charge.holds(time.today()))
        .map(Charge::post)
        .flatMap(post -> posts.find(post).map(Post::office).stream())
        .findFirst();
  }

  /// Slowed by machine, and by number where the machine is not one that its owner has used: what
  /// strangers ask never keeps him from his own.
  private void slow(String pno, @org.jspecify.annotations.Nullable PersonId person, UUID device) {
    Instant now = time.now();
    store
        .askedAt(device, MOST_OF_MACHINE, now.minus(MACHINE_SPAN))
        .ifPresent(since -> tooMany(since.plus(MACHINE_SPAN), now));
    if (person != null && credentials.knownAt(person, device)) return;
    store
        .askedFor(pno, MOST_OF_NUMBER, now.minus(NUMBER_SPAN))
        .ifPresent(since -> tooMany(since.plus(NUMBER_SPAN), now));
  }

  private static void tooMany(Instant until, Instant now) {
    long minutes = Duration.between(now, until).toMinutes() + 1;
    throw new Refused(CODES_TOO_MANY, Long.toString(minutes));
  }

  private void send(Person person, String code, Language language) {
    // Whoever asked has proved nothing yet.
    Act act = Act.of(Actor.PROGRAM);
    String said = words.say(language, "devices.sms.code", code, minutes());
    OfficeId office = office(person.id()).orElseThrow();
    var text = new Text(Ids.next(), office, person.facts().mobile(), "code", said, true, LIFE);
    Entry laid = texts.put(act, text);
    ledger.append(act, laid);
    ledger.append(
        Act.of(act.by()),
        new Entry("devices.code_asked", "person/" + person.id(), Map.of("text", text.id() + "")));
  }

  /// For how many minutes a code lives.
  public static String minutes() {
    return Long.toString(LIFE.toMinutes());
  }

  /// What whoever got a code types.
  ///
  /// @param withKey whether he has forgotten his signing PIN too: his key signs no more then
  public record Attempt(UUID id, String code, String password, boolean withKey, UUID device) {
    @Override
    public String toString() {
      return "attempt";
    }
  }

  /// Sets a new password. The try is counted and committed before the code is looked at. All
  /// sessions and tokens end, and the hand-over PIN is gone.
  ///
  /// @throws Refused `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`; `CODE_WRONG` whatever is wrong
  public void rescue(Attempt attempt) {
    Credentials.requireSound(attempt.password());
    var kept = store.tryAt(attempt.id(), attempt.device(), time.now()).orElse(null);
    boolean fits = kept != null && secrets.fits(attempt.code().strip(), kept.hash());
    PersonId person = kept == null ? null : kept.person();
    if (!fits || person == null) throw new Refused(CODE_WRONG);
    String hash = credentials.hashed(attempt.password());
    Act act = Act.of(Actor.alone(person));
    transaction.executeWithoutResult(begun -> {
      if (!store.use(attempt.id(), time.now())) throw new Refused(CODE_WRONG);
      credentials.rescue(act, person, hash);
      pins.forget(person);
      if (attempt.withKey()) keys.retire(act, person);
      var details = Map.of("how", "OTP", "key", attempt.withKey());
      ledger.append(act, new Entry("devices.rescued", "person/" + person, details));
    });
  }
}
