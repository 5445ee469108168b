package karyalay.devices;

import static karyalay.devices.DevicesRefusal.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.access.Credentials;
import karyalay.access.Locks;
import karyalay.access.Secrets;
import karyalay.access.Sessions;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Changing hands on a shared machine (OP-125): a name, a PIN, and the machine is the next one's;
/// the session that was there is dead. The same proof unlocks a session for its own owner. Nothing
/// here holds a transaction while it hashes.
@Service
public class Hands {
  static final int TRIES = 5;

  private final Machines machines;
  private final MachineStore store;
  private final HandStore pins;
  private final Persons persons;
  private final Locks locks;
  private final Sessions sessions;
  private final Credentials credentials;
  private final Secrets secrets;
  private final LeftForms leavings;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;

  Hands(
      Machines machines,
      MachineStore store,
      HandStore pins,
      Persons persons,
      Locks locks,
      Sessions sessions,
      Credentials credentials,
      Secrets secrets,
      LeftForms leavings,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.machines = machines;
    this.store = store;
    this.pins = pins;
    this.persons = persons;
    this.locks = locks;
    this.sessions = sessions;
    this.credentials = credentials;
    this.secrets = secrets;
    this.leavings = leavings;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  /// A shared machine as whoever stands before it sees it.
  ///
  /// @param locked whose session is open or locked there; null when nobody's is
  public record Sight(Machine machine, List<Tile> tiles, @Nullable PersonId locked) {}

  /// @param token of the session that the browser holds, if any
  /// @throws Refused `NOT_SHARED`
  public Sight at(UUID device, @Nullable String token) {
    Machine machine = machines.at(device).orElseThrow(() -> new Refused(NOT_SHARED));
    PersonId held = locks.held(token).filter(Locks.Held::open).map(Locks.Held::person).orElse(null);
    return new Sight(machine, tiles(machine, held), held);
  }

  /// The names on the machine. A guest (an officer of another office who signed in here) stands
  /// among them while his session is there, so that he can go on with his password.
  private List<Tile> tiles(Machine machine, @Nullable PersonId held) {
    List<Tile> tiles = new ArrayList<>(store.tiles(machine.id()));
    boolean there = tiles.stream().anyMatch(tile -> tile.person().equals(held));
    if (held != null && !there)
      persons
          .find(held)
          .map(Person::facts)
          .map(who -> new Tile(held, who.pno(), who.nameHi(), who.nameEn(), "", "", false, false))
          .ifPresent(tiles::add);
    return tiles;
  }

  /// Covers the session of whoever leaves the machine, at once.
  public void lock(Caller caller, String token) {
    locks.lock(caller.person(), token);
  }

  /// Who stands before the machine, and what he typed.
  ///
  /// @param secret his hand-over PIN or his password
  /// @param former token of the session that the browser holds, if any
  public record Claim(
      @Nullable PersonId person,
      String secret,
      @Nullable String former,
      UUID device,
      String agent) {
    @Override
    public String toString() {
      return "claim";
    }
  }

  /// What came of it.
  ///
  /// @param token of the session that was opened; null when the one that was there goes on
  /// @param before whose session was there; null when nobody's was
  public record Taken(PersonId person, @Nullable String token, @Nullable PersonId before) {
    @Override
    public String toString() {
      return "taken by " + person;
    }
  }

  /// Takes the machine over, or goes on in one's own session.
  ///
  /// @throws Refused `NOT_SHARED`, `CHOOSE_NAME`, `NO_TILE`, `NO_HAND_PIN`, `WRONG_HAND_PIN`,
  ///   `PIN_BARRED_HERE`; with a password `WRONG_PASSWORD`, `TOO_MANY_TRIES`
  public Taken take(Claim claim) {
    Machine machine = machines.at(claim.device()).orElseThrow(() -> new Refused(NOT_SHARED));
    PersonId person =
        Optional.ofNullable(claim.person()).orElseThrow(() -> new Refused(CHOOSE_NAME));
    Locks.Held held = locks.held(claim.former()).orElse(null);
    PersonId before = held == null ? null : held.person();
    boolean own = held != null && held.open() && held.person().equals(person);
    Tile tile =
        tiles(machine, own ? person : null).stream()
            .filter(one -> one.person().equals(person))
            .findFirst()
            .orElseThrow(() -> new Refused(NO_TILE));
    boolean pin = HandPins.wellFormed(claim.secret());
    if (pin) requirePin(machine, tile, claim.secret());
    if (own && held != null) {
      if (!pin) prove(tile, claim);
      goOn(held, String.valueOf(claim.former()));
      return new Taken(person, null, before);
    }
    String token = pin ? byPin(machine, tile, claim) : byPassword(tile, claim);
    return new Taken(person, token, before);
  }

  /// The try is counted and committed before the PIN is looked at. Five wrong ones close this
  /// machine to his PIN, and nothing else to anybody.
  private void requirePin(Machine machine, Tile tile, String pin) {
    if (!tile.hasPin()) throw new Refused(NO_HAND_PIN);
    String hash = pins.hash(tile.person()).orElseThrow(() -> new Refused(NO_HAND_PIN));
    int tries =
        pins.tryAt(machine.id(), tile.person()).orElseThrow(() -> new Refused(PIN_BARRED_HERE));
    if (secrets.fits(pin, hash)) {
      pins.forgive(machine.id(), tile.person());
      return;
    }
    if (tries < TRIES) throw new Refused(WRONG_HAND_PIN, Integer.toString(TRIES - tries));
    log(Actor.PROGRAM, tile.person(), "devices.pin_barred", machine);
    throw new Refused(PIN_BARRED_HERE);
  }

  private void prove(Tile tile, Claim claim) {
    credentials.confirm(tile.person(), tile.pno(), claim.secret(), claim.device());
    machines.proved(tile.person(), claim.device());
  }

  private void goOn(Locks.Held held, String token) {
    locks.unlock(token);
    // What was kept when his page was covered still stands in the page.
    leavings.forgetOf(held.id());
  }

  private String byPin(Machine machine, Tile tile, Claim claim) {
    String token = locks.takeOver(tile.person(), claim.former(), claim.device(), claim.agent());
    log(Actor.alone(tile.person()), tile.person(), "devices.taken_over", machine);
    return token;
  }

  private String byPassword(Tile tile, Claim claim) {
    String token = sessions.signIn(tile.pno(), claim.secret(), claim.device(), claim.agent());
    locks.end(claim.former());
    return token;
  }

  private void log(Actor by, PersonId person, String what, Machine machine) {
    transaction.executeWithoutResult(begun ->
        ledger.append(
            Act.of(by),
            new Entry(
                what,
                "person/" + person,
                Map.of("machine", machine.id().toString(), "at", time.now().toString()))));
  }
}
