package karyalay;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// Judges documents that we made with programs that are not ours.
public final class Pdfs {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Pdfs() {}

  /// What PDFBox copies out.
  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What poppler copies out: `pdftotext`.
  public static String poppler(byte[] pdf, String... options) {
    List<String> command = new ArrayList<>(List.of("pdftotext", "-enc", "UTF-8"));
    command.addAll(List.of(options));
    return new String(run(pdf, command, "-"), StandardCharsets.UTF_8);
  }

  /// A page as it is drawn by poppler at so many dots an inch, in grey.
  public static BufferedImage picture(byte[] pdf, int page, int dpi) {
    String number = String.valueOf(page);
    byte[] png =
        run(pdf, List.of("pdftoppm", "-r", "" + dpi, "-f", number, "-l", number, "-gray", "-png"));
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many pictures stand on its pages.
  public static int pictures(byte[] pdf) {
    int pictures = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages())
        for (var _ : page.getResources().getXObjectNames()) pictures++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pictures;
  }

  private static byte[] run(byte[] pdf, List<String> command, String... after) {
    try {
      Path file = Files.createTempFile("print", ".pdf");
      try {
        Files.write(file, pdf);
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        words.addAll(List.of(after));
        Process process =
            new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] out = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) throw new IllegalStateException(words + " failed");
        return out;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Lines and blanks are the page's; what is compared are the letters and where words part.
  public static String squeezed(String text) {
    return text.replaceAll("[ \\n\\r\\f]+", " ").strip();
  }

  /// What veraPDF finds against PDF/A-2u and PDF/UA-1; nothing where both are kept.
  public static List<String> faults(byte[] pdf) {
    return faults(pdf, PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1);
  }

  /// The same for PDF/A-2u alone.
  public static List<String> archiveFaults(byte[] pdf) {
    return faults(pdf, PDFAFlavour.PDFA_2_U);
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour... flavours) {
    List<String> faults = new ArrayList<>();
    for (PDFAFlavour flavour : flavours)
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        for (TestAssertion one : validator.validate(parser).getTestAssertions())
          if (one.getStatus() == TestAssertion.Status.FAILED)
            faults.add(flavour + " " + one.getRuleId().getClause() + " " + one.getMessage());
      } catch (VeraPDFException | IOException e) {
        throw new IllegalStateException(e);
      }
    return faults.stream().distinct().toList();
  }
}
