package karyalay.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs with an empty environment, and never as root: PostgreSQL refuses
/// root, so the server then belongs to an account that owns nothing else.
final class Programs {
  private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

  private final Path home;
  private final Path output;
  private final List<String> prefix;

  Programs(Path home, Path output) {
    this.home = home;
    this.output = output;
    this.prefix =
        root()
            ? List.of("setpriv", "--reuid", account(), "--regid", group(), "--clear-groups")
            : List.of();
  }

  static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static String account() {
    for (String name : ACCOUNTS) if (known(name)) return name;
    throw new DatabaseFault(
        "PostgreSQL does not run as root, and there is neither an account `postgres` nor `nobody`."
            + " Start Karyalay as an ordinary user.");
  }

  private static String group() {
    return account().equals("nobody") ? "nogroup" : account();
  }

  private static boolean known(String name) {
    try {
      Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Gives a folder and all in it to the account that runs the server.
  static void handOver(Path folder) throws IOException {
    if (!root()) return;
    UserPrincipal owner =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account());
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(dir, owner);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(file, owner);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// The server's account must be able to walk down to its programs.
  ///
  /// @throws DatabaseFault when a folder on the way is closed to it
  void refuseClosedFolder() {
    if (!root() || finish(command("/usr/bin/test", "-x", program("initdb"))) == 0) return;
    throw new DatabaseFault(
        "The database runs as the account `"
            + account()
            + "`, which cannot enter "
            + home
            + ". Open the folders on the way for it, give another with --data, or start as an"
            + " ordinary user.");
  }

  /// Runs a program to its end.
  ///
  /// @return its exit code; what it printed is in the output file
  int run(String program, String... arguments) {
    return finish(command(program(program), arguments));
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private List<String> command(String program, String... arguments) {
    var command = new ArrayList<>(prefix);
    command.add(program);
    command.addAll(List.of(arguments));
    return command;
  }

  private int finish(List<String> command) {
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    String program = command.get(prefix.size());
    try {
      Process process = builder.start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new DatabaseFault(program + " did not end within two minutes. See " + output);
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new DatabaseFault(program + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault(program + " was interrupted", e);
    }
  }

  /// The last lines that were printed, for a sentence about what went wrong.
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    } catch (IOException e) {
      return "(its output could not be read)";
    }
  }
}
