package karyalay.documents;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Format;
import karyalay.documents.decoder.Task;
import karyalay.shared.HealthCheck;
import org.springframework.stereotype.Component;

/// Whether the child process that opens strangers' papers does: it is given the smallest of
/// pictures.
@Component
class DecoderCheck implements HealthCheck {
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final Decoders decoders;
  private final DocumentSettings settings;

  DecoderCheck(Decoders decoders, DocumentSettings settings) {
    this.decoders = decoders;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "documents.decoder";
  }

  @Override
  public Finding look() {
    Path folder = settings.folder().toAbsolutePath().resolve("derived");
    try {
      PrivateFiles.folder(folder);
      Path dot = Files.createTempFile(folder, "dot", ".png", PrivateFiles.FILE);
      try {
        Files.write(dot, DOT);
        return judge(decoders.call(new Task.Examine(dot, Format.PNG)));
      } finally {
        Files.deleteIfExists(dot);
      }
    } catch (IOException | UncheckedIOException e) {
      return broken("documents.decoder.broken");
    }
  }

  static Finding judge(Answer answer) {
    return switch (answer) {
      case Answer.Examined _ -> ok("documents.decoder.ok");
      case Answer.Drawn _,
          Answer.Cleaned _,
          Answer.Sheets _,
          Answer.Unpacked _,
          Answer.Failed _ ->
          broken("documents.decoder.broken");
    };
  }
}
