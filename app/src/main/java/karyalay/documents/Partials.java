package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.BROKE_OFF;
import static karyalay.documents.DocumentsRefusal.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;

/// Bytes that arrive in parts, one file for each sender's file, at `<data>/partial`. The length of
/// the file is what has arrived: it outlives a restart, and a part that comes twice changes
/// nothing.
@Service
public class Partials {
  private static final int BUFFER = 1 << 14;

  private final Path folder;
  private final long most;
  private final List<ReentrantLock> locks =
      IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toList();

  Partials(DocumentSettings settings) throws IOException {
    this.folder = settings.folder().toAbsolutePath().resolve("partial");
    this.most = settings.limit().toBytes();
    PrivateFiles.folder(folder);
  }

  /// @throws Refused `TOO_LARGE` when a document may not have so many bytes
  public void requireTaken(long bytes) {
    if (bytes > most) throw new Refused(TOO_LARGE, Long.toString(most >> 20));
  }

  /// How many bytes are here.
  public long size(UUID id) {
    try {
      Path file = file(id);
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    }
  }

  /// Puts a part behind what is here. Nothing is held while the line is waited for, so that a
  /// sender who comes back by a new line is not kept out by his old one.
  ///
  /// @param offset of the first byte of `in`; what is here already is passed over, and what would
  ///   leave a hole is not taken
  /// @param whole length of the file: nothing is taken beyond it
  /// @return how many bytes are here now
  /// @throws Refused `BROKE_OFF` when the line breaks: what came before it stays; `DISK_FULL`
  public long append(UUID id, long offset, InputStream in, long whole) {
    byte[] buffer = new byte[BUFFER];
    long at = offset;
    try (var channel = open(id)) {
      for (int n = read(in, buffer, channel); n > 0; n = read(in, buffer, channel)) {
        if (!put(id, channel, at, ByteBuffer.wrap(buffer, 0, n), whole)) break;
        at += n;
      }
      channel.force(true);
      return channel.size();
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    }
  }

  private FileChannel open(UUID id) throws IOException {
    Path file = file(id);
    if (!Files.exists(file))
      try {
        Files.createFile(file, PrivateFiles.FILE);
      } catch (java.nio.file.FileAlreadyExistsException _) {
        return FileChannel.open(file, StandardOpenOption.WRITE);
      }
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }

  private static int read(InputStream in, byte[] buffer, FileChannel channel) throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      channel.force(true);
      throw new Refused(BROKE_OFF);
    }
  }

  /// @return whether what comes behind it could be taken too
  private boolean put(UUID id, FileChannel channel, long at, ByteBuffer bytes, long whole)
      throws IOException {
    ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), locks.size()));
    lock.lock();
    try {
      long here = channel.size();
      if (at > here) return false;
      bytes.position((int) Math.min(bytes.limit(), here - at));
      bytes.limit((int) Math.min(bytes.limit(), Math.max(bytes.position(), whole - at)));
      for (long to = here; bytes.hasRemaining(); ) to += channel.write(bytes, to);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// What has arrived, from its beginning.
  public InputStream read(UUID id) {
    try {
      return Files.newInputStream(file(id));
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    }
  }

  /// Lets go of it.
  public void drop(UUID id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    }
  }

  private Path file(UUID id) {
    return folder.resolve(id.toString());
  }
}
