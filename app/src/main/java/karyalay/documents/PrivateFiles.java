package karyalay.documents;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files and folders that only the program's own user can open.
final class PrivateFiles {
  static final FileAttribute<Set<PosixFilePermission>> FILE = mode("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = mode("rwx------");

  private PrivateFiles() {}

  private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  /// The folder that a file lies in.
  static Path of(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder, FOLDER);
  }

  /// Makes the names in a folder lasting, as `force` on a file does its bytes.
  static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Writes a file that others see whole or not at all. It need not survive a power cut.
  static void write(Path file, byte[] bytes) throws IOException {
    folder(of(file));
    Path draft = Files.createTempFile(of(file), "", ".draft", FILE);
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
