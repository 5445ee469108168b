package karyalay.scanning;

import static karyalay.scanning.ScanningRefusal.NOT_ALL_HERE;
import static karyalay.scanning.ScanningRefusal.TOO_MANY_TRANSFERS;
import static karyalay.scanning.ScanningRefusal.TRANSFER_USED;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import karyalay.desk.Attachments;
import karyalay.desk.Upload;
import karyalay.documents.Partials;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Files that arrive in parts behind the typing and go on after a cut (OP-127): a lost line, a
/// closed page, a restart of the program. What has all arrived becomes an {@link Upload}, judged as
/// one that came in one piece. Nobody but its sender knows of it, and it is no act.
@Service
public class Transfers {
  static final int MOST_FILES = 20;
  static final long MOST_BYTES = 500L << 20;
  static final Duration KEPT = Duration.ofDays(1);
  private static final int NAME = 300;

  private final TransferStore store;
  private final Partials partials;
  private final Attachments attachments;
  private final OfficeTime time;
  private final List<ReentrantLock> locks =
      IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toList();

  Transfers(TransferStore store, Partials partials, Attachments attachments, OfficeTime time) {
    this.store = store;
    this.partials = partials;
    this.attachments = attachments;
    this.time = time;
  }

  /// Begins a file, or finds the very file again that this person began before.
  ///
  /// @param name what the sender calls it
  /// @param mark by which the sender knows the same file again, as a checksum; 1 to 100 characters
  /// @param bytes length of the whole
  /// @throws Refused `TOO_LARGE`, `TOO_MANY_TRANSFERS`
  public Transfer begin(PersonId by, String name, String mark, long bytes) {
    partials.requireTaken(bytes);
    if (bytes <= 0) throw new Refused(karyalay.documents.DocumentsRefusal.EMPTY);
    if (mark.isBlank() || mark.length() > 100)
      throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "mark");
    String kept = name.length() > NAME ? name.substring(name.length() - NAME) : name;
    var known = store.same(by, kept, mark, bytes);
    if (known.isPresent()) return transfer(known.get());
    requireRoom(by, bytes);
    UUID id = Ids.next();
    if (store.insert(id, by, kept, mark, bytes, time.now()))
      return new Transfer(id, kept, bytes, 0);
    return store.same(by, kept, mark, bytes).map(this::transfer).orElseThrow(Transfers::absent);
  }

  private void requireRoom(PersonId by, long bytes) {
    var load = store.load(by);
    if (load.files() >= MOST_FILES || load.bytes() + bytes > MOST_BYTES)
      throw new Refused(
          TOO_MANY_TRANSFERS, Integer.toString(MOST_FILES), Long.toString(MOST_BYTES >> 20));
  }

  /// @throws Refused `NOT_FOUND` for everybody but its sender
  public Transfer find(UUID id, PersonId by) {
    return transfer(row(id, by));
  }

  /// What this person has begun and not finished, oldest first.
  public List<Transfer> open(PersonId by) {
    return store.open(by).stream().map(this::transfer).toList();
  }

  /// Takes a part. One that came before does nothing; one that would leave a hole is not taken, and
  /// the answer says where to go on.
  ///
  /// @param offset of its first byte
  /// @throws Refused `NOT_FOUND`, `BROKE_OFF` (what came stays), `DISK_FULL`
  public Transfer append(UUID id, PersonId by, long offset, InputStream in) {
    var row = row(id, by);
    if (offset < 0) throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "offset");
    if (row.upload() != null) return new Transfer(id, row.name(), row.bytes(), row.bytes());
    store.touch(id, time.now());
    return new Transfer(id, row.name(), row.bytes(), partials.append(id, offset, in, row.bytes()));
  }

  /// Makes what has all arrived into an upload. Asked again, it answers with the same.
  ///
  /// @throws Refused `NOT_ALL_HERE`, `TRANSFER_USED`, and as {@link Attachments#receive}: then it
  ///   is let go of
  public Upload complete(UUID id, PersonId by) {
    ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), locks.size()));
    lock.lock();
    try {
      var row = row(id, by);
      UUID made = row.upload();
      if (made != null)
        return attachments.uploads(List.of(made), by).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(TRANSFER_USED));
      return receive(row, by);
    } finally {
      lock.unlock();
    }
  }

  private Upload receive(TransferStore.Row row, PersonId by) {
    long here = partials.size(row.id());
    if (here < row.bytes())
      throw new Refused(NOT_ALL_HERE, Long.toString(here), Long.toString(row.bytes()));
    try (InputStream in = partials.read(row.id())) {
      Upload upload = attachments.receive(by, in, row.name());
      store.became(row.id(), upload.id(), time.now());
      partials.drop(row.id());
      return upload;
    } catch (Refused refused) {
      // What is no document of ours will not be one the next time; a full disk is another matter.
      if (refused.reason().status() < 500) drop(row.id());
      throw refused;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets go of it, as whoever chose the wrong file asks for.
  public void drop(UUID id, PersonId by) {
    drop(row(id, by).id());
  }

  private void drop(UUID id) {
    partials.drop(id);
    store.delete(id);
  }

  /// What nobody went on with for a day is let go of.
  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void sweep() {
    store.left(time.now().minus(KEPT)).forEach(this::drop);
  }

  private TransferStore.Row row(UUID id, PersonId by) {
    return store.find(id, by).orElseThrow(Transfers::absent);
  }

  private static Refused absent() {
    return new Refused(SharedRefusal.NOT_FOUND);
  }

  private Transfer transfer(TransferStore.Row row) {
    return new Transfer(row.id(), row.name(), row.bytes(), partials.size(row.id()));
  }
}
