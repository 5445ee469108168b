package karyalay.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import karyalay.documents.Blobs.Incoming;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Letter;
import karyalay.documents.decoder.Task;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Keeps e-mails as they came, and takes them apart in a decoder. What cannot be taken apart is
/// kept all the same.
@Service
public class Messages {
  private final Blobs blobs;
  private final Decoders decoders;
  private final Documents documents;
  private final DocumentStore store;
  private final DocumentSettings settings;
  private final OfficeTime time;

  Messages(
      Blobs blobs,
      Decoders decoders,
      Documents documents,
      DocumentStore store,
      DocumentSettings settings,
      OfficeTime time) {
    this.blobs = blobs;
    this.decoders = decoders;
    this.documents = documents;
    this.store = store;
    this.settings = settings;
    this.time = time;
  }

  /// An e-mail taken in.
  ///
  /// @param original its bytes as they came
  /// @param words what stands in it; null when it could not be taken apart
  /// @param why not; null when it could
  public record Taken(
      Stored original, @Nullable Words words, @Nullable Refused why, List<Enclosure> enclosures) {}

  /// What an e-mail says of itself; each may be empty.
  ///
  /// @param sent null when it says no moment that can be read
  /// @param answers ids of the messages it answers, the nearest first
  /// @param cut whether its text goes on in the original
  /// @param damaged whether parts of it could not be read
  public record Words(
      String messageId,
      String fromName,
      String fromAddress,
      String to,
      String subject,
      @Nullable Instant sent,
      List<String> answers,
      String text,
      boolean cut,
      boolean damaged) {}

  /// Something enclosed: kept as a document of its own, or left within the original with the
  /// reason.
  ///
  /// @param inline whether it is a picture within the text
  public record Enclosure(
      String name,
      String type,
      long bytes,
      boolean inline,
      @Nullable Stored document,
      @Nullable Refused left) {}

  /// How large an e-mail may be, in bytes.
  public long most() {
    return settings.limit().toBytes();
  }

  /// Takes an e-mail in: to the disk, never into memory.
  ///
  /// @param in read to its end, not closed
  /// @throws Refused `TOO_LARGE`, `EMPTY`, `BROKE_OFF`, `DISK_FULL`; then nothing is left of it
  public Taken receive(InputStream in) {
    Incoming incoming = blobs.take(in, most());
    try {
      Answer answer = unpack(incoming.file(), incoming);
      return taken(incoming, answer);
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    } finally {
      blobs.drop(incoming);
      clear(folder(incoming));
    }
  }

  /// What stands at the head of an e-mail that stays where it is.
  public @Nullable Words head(byte[] headers) {
    Incoming incoming = blobs.take(new java.io.ByteArrayInputStream(headers), most());
    try {
      return unpack(incoming.file(), incoming) instanceof Answer.Unpacked(var letter)
          ? words(letter)
          : null;
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    } finally {
      blobs.drop(incoming);
      clear(folder(incoming));
    }
  }

  private Answer unpack(Path file, Incoming incoming) throws IOException {
    Path folder = folder(incoming);
    PrivateFiles.folder(folder);
    return decoders.call(new Task.Unpack(file, folder));
  }

  private static Path folder(Incoming incoming) {
    return incoming.file().resolveSibling(incoming.file().getFileName() + ".parts");
  }

  private Taken taken(Incoming incoming, Answer answer) throws IOException {
    blobs.keep(incoming);
    var original =
        new Stored(DocumentId.next(), incoming.sha256(), DocumentType.MAIL, incoming.bytes(), 1);
    store.insert(original, time.now());
    return switch (answer) {
      case Answer.Unpacked(var letter) ->
          new Taken(original, words(letter), null, enclosures(letter, folder(incoming)));
      case Answer.Failed(var fault) ->
          new Taken(original, null, DocumentsRefusal.of(fault, settings), List.of());
      case Answer.Examined _, Answer.Drawn _, Answer.Cleaned _, Answer.Sheets _ ->
          throw new IllegalStateException("decoder answered another question");
    };
  }

  private static Words words(Letter it) {
    return new Words(
        it.messageId(),
        it.fromName(),
        it.fromAddress(),
        it.to(),
        it.subject(),
        it.sent().isEmpty() ? null : Instant.parse(it.sent()),
        it.answers(),
        it.text(),
        it.cut(),
        it.damaged());
  }

  private List<Enclosure> enclosures(Letter letter, Path folder) throws IOException {
    List<Enclosure> enclosures = new ArrayList<>();
    for (Letter.Part part : letter.parts()) enclosures.add(enclosure(part, folder));
    return enclosures;
  }

  private Enclosure enclosure(Letter.Part part, Path folder) throws IOException {
    Stored document = null;
    Refused left = left(part);
    // A name that is a number: what the decoder says leads nowhere else.
    if (left == null && part.file().matches("[0-9]{1,4}"))
      try (InputStream in = Files.newInputStream(folder.resolve(part.file()))) {
        document = documents.receive(in);
      } catch (Refused refused) {
        left = refused;
      }
    return new Enclosure(part.name(), part.type(), part.bytes(), part.inline(), document, left);
  }

  private static @Nullable Refused left(Letter.Part part) {
    return switch (part.left()) {
      case NO -> null;
      case NESTED -> new Refused(DocumentsRefusal.MAIL_IN_MAIL);
      case TOO_LARGE -> new Refused(DocumentsRefusal.TOO_LARGE, "100");
      case BROKEN -> new Refused(DocumentsRefusal.BROKEN);
      case TOO_MANY -> new Refused(DocumentsRefusal.TOO_MANY_PARTS);
    };
  }

  private static void clear(Path folder) {
    if (!Files.isDirectory(folder)) return;
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    }
  }
}
