package karyalay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Processor time that this client, the program and its database have used so far, in ticks of
/// `/proc` (a hundredth of a second): every figure is told with who paid for it.
record Processor(long client, long program, long server, long nanos) {
  /// @param program process id of the program; 0 when it is not known
  /// @param postmaster process id of the database server, whose children are counted with it
  static Processor now(long program, long postmaster) {
    return new Processor(
        reaped(ProcessHandle.current().pid()),
        program == 0 ? 0 : ticks(program),
        family(postmaster),
        System.nanoTime());
  }

  /// How many cores each kept busy since `before`.
  String since(Processor before) {
    double ticks = (nanos - before.nanos) / 1e7;
    return String.format(
        Locale.ROOT,
        "cores busy: client %.2f, program %.2f, database %.2f",
        (client - before.client) / ticks,
        (program - before.program) / ticks,
        (server - before.server) / ticks);
  }

  /// Living children, the dead ones that were waited for, and the server itself.
  private static long family(long parent) {
    long sum = reaped(parent);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path one : all) {
        String[] fields = fields(one);
        if (fields.length > 13 && Long.parseLong(fields[1]) == parent)
          sum += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  /// Of a process and of its children that have ended, as pgbench is ours.
  private static long reaped(long pid) {
    String[] fields = fields(Path.of("/proc", Long.toString(pid)));
    long sum = 0;
    for (int i = 11; i <= 14 && i < fields.length; i++) sum += Long.parseLong(fields[i]);
    return sum;
  }

  private static long ticks(long pid) {
    String[] fields = fields(Path.of("/proc", Long.toString(pid)));
    return fields.length < 13 ? 0 : Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  /// Fields of `stat` after the name, which may hold blanks: state, parent, …; none when it is
  /// gone.
  private static String[] fields(Path process) {
    try {
      String text = Files.readString(process.resolve("stat"));
      return text.substring(text.lastIndexOf(')') + 2).strip().split(" ");
    } catch (IOException gone) {
      return new String[0];
    }
  }
}
