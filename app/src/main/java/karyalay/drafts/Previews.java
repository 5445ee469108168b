package karyalay.drafts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import karyalay.documents.Documents;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.PageImage;
import karyalay.documents.PageSize;
import karyalay.shared.Refused;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Service;

/// A letter's pages for its reader: of a signed one the stored bytes, of a draft those that would
/// be signed, marked as a draft. The pages of drafts are drawn here, for they are our own bytes.
@Service
public class Previews {
  private static final int KEPT = 64;
  private static final int AT_ONCE = 2;

  private final LetterPdf pages;
  private final Documents documents;
  private final Semaphore drawing = new Semaphore(AT_ONCE);
  private final Map<Key, LetterPdf.Made> made =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, LetterPdf.Made> eldest) {
              return size() > KEPT;
            }
          });

  private record Key(LetterId letter, int revision) {}

  Previews(LetterPdf pages, Documents documents) {
    this.pages = pages;
    this.documents = documents;
  }

  /// The PDF of a letter that its reader has opened.
  ///
  /// @param name under which it is saved
  public record Pdf(byte[] bytes, String name, boolean signed) {}

  public Pdf pdf(LetterDetails letter) {
    var issue = letter.issue();
    if (issue == null)
      return new Pdf(draft(letter).pdf(), letter.head().form().code() + "-draft.pdf", false);
    try (InputStream in = documents.original(issue.document()).content()) {
      String name = issue.number().replaceAll("[^\\p{L}\\p{M}\\p{N}-]", "-") + ".pdf";
      return new Pdf(in.readAllBytes(), name, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many pages it has.
  public int count(LetterDetails letter) {
    var issue = letter.issue();
    return issue == null ? draft(letter).rendered().pages() : issue.pages();
  }

  /// One page as a picture.
  ///
  /// @throws Refused `NO_SUCH_PAGE`
  public PageImage page(LetterDetails letter, int page, PageSize size) {
    var issue = letter.issue();
    if (issue != null) return documents.page(issue.document(), page, size);
    LetterPdf.Made draft = draft(letter);
    if (page < 1 || page > draft.rendered().pages())
      throw new Refused(DocumentsRefusal.NO_SUCH_PAGE);
    return new PageImage(
        jpeg(draft.pdf(), page, dpi(size)),
        letter.id() + "-" + letter.revision() + "-" + page + "-" + size);
  }

  private static float dpi(PageSize size) {
    return switch (size) {
      case THUMBNAIL -> 15;
      case PAGE -> 133;
      case LARGE -> 220;
    };
  }

  private LetterPdf.Made draft(LetterDetails letter) {
    var key = new Key(letter.id(), letter.revision());
    LetterPdf.Made known = made.get(key);
    if (known != null) return known;
    LetterPdf.Made fresh = pages.make(letter.words(), letter.signatory(), null, 0);
    made.put(key, fresh);
    return fresh;
  }

  private byte[] jpeg(byte[] pdf, int page, float dpi) {
    drawing.acquireUninterruptibly();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image =
          new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      drawing.release();
    }
  }
}
