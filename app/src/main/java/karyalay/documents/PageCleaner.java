package karyalay.documents;

import java.io.IOException;
import java.nio.file.Path;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Task;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;

/// Makes pages clean in a decoder: straight, grey, evenly lit, small (OP-127), and tells blank
/// ones. What came in stays as it is; what comes out is another document.
@Service
public class PageCleaner {
  /// Bytes of one page.
  public static final int MOST = 250_000;

  private final Documents documents;
  private final Decoders decoders;
  private final Blobs blobs;
  private final DocumentSettings settings;

  PageCleaner(Documents documents, Decoders decoders, Blobs blobs, DocumentSettings settings) {
    this.documents = documents;
    this.decoders = decoders;
    this.blobs = blobs;
    this.settings = settings;
  }

  /// What is to be seen of a page without making another of it.
  ///
  /// @param angle degrees clockwise by which the writing leans
  /// @param likeness as of {@link CleanPage}
  public record Glance(boolean blank, double angle, byte[] likeness) {}

  /// Makes one page of a document clean; about a second's work for a photo of 12 million points.
  ///
  /// @param page from 1
  /// @param quarters to turn it by, clockwise
  /// @throws Refused `NO_SUCH_PAGE`, `BUSY`, and as {@link Documents#receive}
  public CleanPage clean(DocumentId id, int page, Look look, int quarters) {
    return page(ask(id, page, look, quarters, MOST));
  }

  /// Looks at a page that is straight already, or a scan.
  ///
  /// @throws Refused as {@link #clean}
  public Glance glance(DocumentId id, int page) {
    Answer.Cleaned seen = ask(id, page, Look.SCAN, 0, 0);
    return new Glance(seen.blank(), seen.angle(), seen.likeness());
  }

  /// Whether nothing is written on a page of a scan.
  public boolean isBlank(DocumentId id, int page) {
    return glance(id, page).blank();
  }

  private Answer.Cleaned ask(DocumentId id, int page, Look look, int quarters, int most) {
    Stored document = documents.find(id);
    if (page < 1 || page > document.pages()) throw new Refused(DocumentsRefusal.NO_SUCH_PAGE);
    try {
      Path file = blobs.file(document.sha256(), document.bytes());
      var task =
          new Task.Clean(file, document.type().format(), page, look.decoder(), quarters, most);
      return switch (decoders.call(task)) {
        case Answer.Cleaned cleaned -> cleaned;
        case Answer.Failed(var fault) -> throw DocumentsRefusal.of(fault, settings);
        case Answer.Drawn _, Answer.Examined _, Answer.Sheets _, Answer.Unpacked _ ->
            throw new IllegalStateException("decoder answered another question");
      };
    } catch (IOException e) {
      throw DiskBlobs.fault(e);
    }
  }

  private static CleanPage page(Answer.Cleaned cleaned) {
    return new CleanPage(
        cleaned.image(),
        FirstBytes.type(cleaned.image()),
        cleaned.blank(),
        cleaned.written(),
        cleaned.corners(),
        cleaned.angle(),
        cleaned.likeness());
  }

  /// Keeps a clean page as a document of its own. Takes part in the caller's transaction.
  public Stored keep(CleanPage page) {
    return documents.keep(page.bytes(), page.type(), 1);
  }
}
