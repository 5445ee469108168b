package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A DOCX. Its words are drawn on plain pages, so that it can be read at once; its layout is in the
/// original alone, and each page says so.
final class WordSource implements Source {
  private static final String BODY = "word/document.xml";

  private final TextPages pages;
  private final Limits limits;

  private WordSource(TextPages pages, Limits limits) {
    this.pages = pages;
    this.limits = limits;
  }

  static WordSource open(Path file, Limits limits) throws IOException, Unreadable {
    try (var zip = new ZipFile(file.toFile())) {
      ZipEntry body = zip.getEntry(BODY);
      if (zip.getEntry("[Content_Types].xml") == null || body == null)
        throw new Unreadable(Fault.NOT_TAKEN);
      Bombs.refuse(zip, Files.size(file), limits);
      if (zip.getEntry("word/vbaProject.bin") != null) throw new Unreadable(Fault.MACROS);
      try (InputStream in = zip.getInputStream(body)) {
        List<String> paragraphs = WordText.of(in);
        return new WordSource(TextPages.of(paragraphs, limits.pages()), limits);
      }
    } catch (ZipException e) {
      throw new Unreadable(Fault.CUT_OFF);
    }
  }

  @Override
  public int examine() throws Unreadable {
    if (pages.count() > limits.pages()) throw new Unreadable(Fault.TOO_MANY_PAGES);
    return pages.count();
  }

  @Override
  public BufferedImage draw(int page, int pixels) throws Unreadable {
    if (page < 1 || page > pages.count()) throw new Unreadable(Fault.BROKEN);
    return pages.draw(page, pixels);
  }

  @Override
  public void close() {}
}
