package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.BROKE_OFF;
import static karyalay.documents.DocumentsRefusal.DISK_FULL;
import static karyalay.documents.DocumentsRefusal.EMPTY;
import static karyalay.documents.DocumentsRefusal.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.springframework.stereotype.Component;

/// Bytes on the disk, at `blobs/ab/cd/<hash>`.
@Component
class DiskBlobs implements Blobs {
  private static final int BUFFER = 1 << 16;

  private final Path root;
  private final Path arriving;

  DiskBlobs(DocumentSettings settings) throws IOException {
    this.root = settings.folder().toAbsolutePath().resolve("blobs");
    this.arriving = root.resolve("arriving");
    PrivateFiles.folder(arriving);
    sweep();
  }

  /// What was arriving when the program last ended has no sender any more.
  private void sweep() throws IOException {
    List<Path> left;
    try (var files = Files.list(arriving)) {
      left = files.toList();
    }
    for (Path file : left) {
      if (Files.isDirectory(file)) empty(file);
      Files.delete(file);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
  }

  @Override
  public Incoming take(InputStream in, long most) {
    try {
      Path file = Files.createTempFile(arriving, "", "", PrivateFiles.FILE);
      try {
        return copy(in, file, most);
      } catch (Refused | IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static Incoming copy(InputStream in, Path file, long most) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Incoming incoming = copy(in, Channels.newOutputStream(channel), file, most);
      channel.force(true);
      return incoming;
    }
  }

  /// @throws IOException when it cannot be written; a stream that cannot be read is `BROKE_OFF`
  static Incoming copy(InputStream in, OutputStream out, Path file, long most) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] first = new byte[0];
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int n = read(in, buffer); n > 0; n = read(in, buffer)) {
      if (bytes == 0) first = Arrays.copyOf(buffer, Math.min(n, FirstBytes.COUNT));
      bytes += n;
      if (bytes > most) throw new Refused(TOO_LARGE, Long.toString(most >> 20));
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    if (bytes == 0) throw new Refused(EMPTY);
    return new Incoming(file, digest.digest(), bytes, first);
  }

  /// Fills the buffer as far as the stream goes.
  private static int read(InputStream in, byte[] buffer) {
    try {
      return in.readNBytes(buffer, 0, buffer.length);
    } catch (IOException e) {
      throw new Refused(BROKE_OFF);
    }
  }

  static RuntimeException fault(IOException e) {
    String words = String.valueOf(e.getMessage());
    boolean full =
        words.contains("No space left on device") || words.contains("Disk quota exceeded");
    return full ? new Refused(DISK_FULL) : new UncheckedIOException(e);
  }

  @Override
  public void keep(Incoming incoming) throws IOException {
    Path place = place(incoming.sha256());
    Path folder = PrivateFiles.of(place);
    PrivateFiles.folder(folder);
    try {
      // A link fails where a file is already; a rename would replace it.
      Files.createLink(place, incoming.file());
    } catch (FileAlreadyExistsException e) {
      verify(place, incoming.sha256(), incoming.bytes());
    }
    for (Path at = folder; at.startsWith(root); at = PrivateFiles.of(at)) PrivateFiles.force(at);
  }

  @Override
  public void drop(Incoming incoming) {
    try {
      Files.deleteIfExists(incoming.file());
    } catch (IOException e) {
      throw fault(e);
    }
  }

  @Override
  public InputStream open(byte[] sha256, long bytes) throws IOException {
    return new VerifiedStream(Files.newInputStream(place(sha256)), sha256, bytes);
  }

  @Override
  public Path file(byte[] sha256, long bytes) throws IOException {
    Path place = place(sha256);
    verify(place, sha256, bytes);
    return place;
  }

  @Override
  public Path scratch() throws IOException {
    return Files.createTempFile(arriving, "", "", PrivateFiles.FILE);
  }

  private static void verify(Path place, byte[] sha256, long bytes) throws IOException {
    try (var in = new VerifiedStream(Files.newInputStream(place), sha256, bytes)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private Path place(byte[] sha256) {
    String hash = HexFormat.of().formatHex(sha256);
    return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }
}
