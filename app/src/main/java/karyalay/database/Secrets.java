package karyalay.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// Random passwords of the embedded server, in a file that only its owner reads.
record Secrets(String superuser, String owner, String app, String reader) {
  private static final String FILE = "database.secrets";

  static Secrets in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) make(file);
    var kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
    }
    return new Secrets(
        kept.getProperty("superuser"),
        kept.getProperty("owner"),
        kept.getProperty("app"),
        kept.getProperty("reader"));
  }

  private static void make(Path file) throws IOException {
    var fresh = new Properties();
    for (String role : new String[] {"superuser", "owner", "app", "reader"})
      fresh.setProperty(role, random());
    Path half = file.resolveSibling(FILE + ".half");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer out = Files.newBufferedWriter(half)) {
      fresh.store(out, null);
    }
    Files.move(half, file);
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
