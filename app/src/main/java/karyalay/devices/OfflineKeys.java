package karyalay.devices;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keys that seal what somebody writes while there is no line (OP-133): random, one for each person
/// on each device, given only to the session of that person and kept by no browser beyond a page.
@Service
@Transactional
public class OfflineKeys {
  static final int BYTES = 32;

  private final OfflineKeyStore store;
  private final Ledger ledger;
  private final OfficeTime time;
  private final SecureRandom random = new SecureRandom();

  OfflineKeys(OfflineKeyStore store, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.ledger = ledger;
    this.time = time;
  }

  /// A key for AES-256-GCM.
  ///
  /// @param id what is sealed with it names it
  public record Key(UUID id, byte[] secret) {}

  /// The key of a person on a device, made when it is asked for the first time.
  public Key of(PersonId person, UUID device) {
    return store.find(person, device).orElseGet(() -> made(person, device));
  }

  private Key made(PersonId person, UUID device) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    // Two tabs may ask at once: the second takes what the first has made.
    if (!store.add(Ids.next(), person, device, secret, time.now()))
      return store.find(person, device).orElseThrow();
    Key key = store.find(person, device).orElseThrow();
    var made =
        new Entry(
            "devices.offline_key_made", "person/" + person, Map.of("device", device.toString()));
    ledger.append(Act.of(Actor.alone(person)), made);
    return key;
  }

  /// Earlier keys of this person, for what a browser sealed before it lost its own mark. Ids that
  /// are nobody's or another's give nothing.
  @Transactional(readOnly = true)
  public List<Key> earlier(PersonId person, Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : store.named(person, ids);
  }
}
