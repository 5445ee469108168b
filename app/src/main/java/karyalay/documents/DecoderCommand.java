package karyalay.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import karyalay.documents.decoder.Decoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a decoder is started: a small Java with an empty environment, bounded memory and, where the
/// system lets us, no network.
final class DecoderCommand {
  private static final Logger LOG = LoggerFactory.getLogger(DecoderCommand.class);

  /// Enters a user and network namespace of its own, in which there is no interface that is up.
  private static final List<String> WITHOUT_NETWORK =
      List.of("/usr/bin/unshare", "--user", "--map-current-user", "--net");

  private final List<String> command;
  private final Path folder;

  private DecoderCommand(List<String> command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  static DecoderCommand of(DocumentSettings settings) throws IOException {
    Path folder = settings.folder().toAbsolutePath().resolve("derived").resolve("decoder");
    PrivateFiles.folder(folder);
    List<String> command = new ArrayList<>();
    if (mayUnshare()) command.addAll(WITHOUT_NETWORK);
    else LOG.warn("decoders run with network: this system does not let us take it away");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + settings.memory().toBytes(),
            "-XX:MaxDirectMemorySize=32m",
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.home=" + folder,
            "-Dpdfbox.fontcache=" + folder));
    command.addAll(List.of("-cp", DecoderFiles.classPath(folder), Decoder.class.getName()));
    command.addAll(Arrays.asList(settings.limits().arguments()));
    return new DecoderCommand(List.copyOf(command), folder);
  }

  Process start() throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    // What libraries print of a stranger's file is not ours to keep.
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static boolean mayUnshare() throws IOException {
    if (!Files.isExecutable(Path.of(WITHOUT_NETWORK.getFirst()))) return false;
    List<String> trial = new ArrayList<>(WITHOUT_NETWORK);
    trial.add("/bin/true");
    Process process =
        new ProcessBuilder(trial)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
