package karyalay.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.stream.Stream;
import karyalay.shared.Sha256;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once from the artifact on the class path.
final class Binaries {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private Binaries() {}

  /// The folder with `bin/postgres`; unpacked into `cache` when it is not there yet.
  static Path in(Path cache) {
    try {
      Path folder = cache.resolve("postgres-" + version());
      if (!Files.exists(folder.resolve("complete"))) unpack(folder);
      return folder;
    } catch (IOException e) {
      throw new DatabaseFault(
          "PostgreSQL's programs could not be unpacked into " + cache + ": " + e.getMessage(), e);
    }
  }

  private static String version() throws IOException {
    var digest = Sha256.digest();
    try (InputStream in = archive()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static InputStream archive() {
    InputStream in = Binaries.class.getResourceAsStream(ARCHIVE);
    if (in == null) throw new DatabaseFault("This package holds no PostgreSQL for this machine.");
    return in;
  }

  /// Unpacks beside and renames, so that a folder of the final name is always whole.
  private static void unpack(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Path fresh = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "unpacking");
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
        write(fresh, entry, tar);
    }
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createFile(fresh.resolve("complete"));
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another program was faster; what it unpacked is the same.
      if (!Files.exists(folder.resolve("complete"))) throw e;
      delete(fresh);
    }
  }

  private static void write(Path folder, TarArchiveEntry entry, InputStream from)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) throw new IOException("outside the folder: " + entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(from, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
