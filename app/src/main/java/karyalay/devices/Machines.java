package karyalay.devices;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.access.Locks;
import karyalay.access.SharedMachines;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.organisation.Settings;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which machines several people share, and whose names stand on them (OP-125).
@Service
@Transactional
public class Machines implements SharedMachines {
  private final MachineStore store;
  private final Locks locks;
  private final Settings settings;
  private final Posts posts;
  private final Offices offices;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Machines(
      MachineStore store,
      Locks locks,
      Settings settings,
      Posts posts,
      Offices offices,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.locks = locks;
    this.settings = settings;
    this.posts = posts;
    this.offices = offices;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// The machine that this browser is; empty where nobody has marked it.
  @Transactional(readOnly = true)
  public Optional<Machine> at(UUID device) {
    return store.at(device);
  }

  /// The machines that the caller has to do with: of his district for an administrator, else of his
  /// office.
  @Transactional(readOnly = true)
  public List<Machine> of(Caller caller) {
    return caller.roles().contains("ADMIN")
        ? store.ofDistrict(caller.seat().district())
        : store.ofOffice(caller.seat().office());
  }

  /// The offices for which the caller may mark the machine he sits at; none for most people.
  @Transactional(readOnly = true)
  public List<Office> markable(Caller caller) {
    if (caller.roles().contains("ADMIN"))
      return offices.of(caller.seat().district(), false).stream()
          .filter(office -> !office.outside())
          .toList();
    return head(caller) ? offices.find(caller.seat().office()).stream().toList() : List.of();
  }

  /// Marks the machine at which the caller sits. His own name is the first on it, where he is of
  /// that office; sessions that are open there lock themselves from now on.
  ///
  /// @throws Refused `NOT_HEAD`, `MACHINE_NEEDS_NAME`, `ALREADY_SHARED`
  public UUID mark(Act act, Caller caller, UUID device, OfficeId office, String name) {
    MachineRules.requireAuthority(caller, head(caller), office, within(caller, office));
    String called = MachineRules.name(name);
    UUID id = Ids.next();
    return acts.once(act, id, () -> markNow(act, id, device, office, called));
  }

  private void markNow(Act act, UUID id, UUID device, OfficeId office, String name) {
    Optional<Machine> marked = store.at(device);
    if (marked.isPresent() || !store.add(id, device, office, name, act.person(), time.now()))
      throw new Refused(DevicesRefusal.ALREADY_SHARED, marked.map(Machine::name).orElse(name));
    locks.share(device, idle(office));
    // Nobody hands over an unmarked machine, so he is here by his password.
    if (store.belongs(act.person(), office)) store.put(id, act.person(), time.now());
    var details = Map.of("machine", id.toString(), "name", name);
    ledger.append(act, new Entry("devices.machine_shared", "office/" + office, details));
  }

  /// The machine is nobody's but its user's again. Sessions that are locked there end; the names
  /// are gone with it.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_HEAD`
  public UUID end(Act act, Caller caller, UUID machine) {
    return acts.once(
        act,
        machine,
        () -> {
          Machine known =
              store.find(machine).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          OfficeId office = known.office();
          if (!within(caller, office)) throw new Refused(SharedRefusal.NOT_FOUND);
          MachineRules.requireAuthority(caller, head(caller), office, true);
          if (!store.end(machine, time.now())) throw new Refused(SharedRefusal.NOT_FOUND);
          locks.share(known.device(), null);
          var details = Map.of("machine", machine.toString(), "name", known.name());
          ledger.append(act, new Entry("devices.machine_unshared", "office/" + office, details));
        });
  }

  private boolean head(Caller caller) {
    return posts.find(caller.seat().post()).filter(Post::head).isPresent();
  }

  private boolean within(Caller caller, OfficeId office) {
    return offices
        .find(office)
        .filter(known -> known.district().equals(caller.seat().district()))
        .isPresent();
  }

  /// After how long a shared machine of this office locks itself.
  @Transactional(readOnly = true)
  public Duration idle(OfficeId office) {
    return Duration.ofMinutes(Math.max(1, settings.number("idle-lock-minutes", office)));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Duration> idle(UUID device) {
    return store.at(device).map(machine -> idle(machine.office()));
  }

  /// Never a stranger's name: only of those who hold something in the machine's office.
  @Override
  public void proved(PersonId person, UUID device) {
    store
        .at(device)
        .filter(machine -> store.belongs(person, machine.office()))
        .ifPresent(machine -> store.put(machine.id(), person, time.now()));
  }

  /// The machines on which one's own name stands.
  @Transactional(readOnly = true)
  public List<Machine> withMe(Caller caller) {
    return store.withTile(caller.person());
  }

  /// Takes one's own name off a machine; signing in there with the password puts it back.
  ///
  /// @throws Refused `NOT_FOUND`
  public UUID forget(Act act, UUID machine) {
    return acts.once(
        act,
        machine,
        () -> {
          if (!store.take(machine, act.person())) throw new Refused(SharedRefusal.NOT_FOUND);
          ledger.append(
              act,
              new Entry(
                  "devices.tile_removed",
                  "person/" + act.person(),
                  Map.of("machine", machine.toString())));
        });
  }
}
