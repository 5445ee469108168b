package karyalay.drafts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import karyalay.rendering.Print;
import karyalay.rendering.Rendered;
import karyalay.rendering.Rendering;
import karyalay.shared.Language;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The pages of a letter.
@Component
class LetterPdf {
  private final Letterhead letterhead;
  private final Words words;

  LetterPdf(Letterhead letterhead, Words words) {
    this.letterhead = letterhead;
    this.words = words;
  }

  record Made(byte[] pdf, Rendered rendered) {}

  /// @param issue null for a draft
  /// @param original the number of the copy of a मूल; 0 for none
  Made make(Wording letter, Signatory signatory, @Nullable Issue issue, int original) {
    Language language = letter.language().equals("en") ? Language.EN : Language.HI;
    Print print =
        LetterPrint.of(
            words, letter, signatory, letterhead.of(signatory, language), issue, original);
    var bytes = new ByteArrayOutputStream(64 * 1024);
    try {
      Rendered rendered = Rendering.write(print, bytes);
      return new Made(bytes.toByteArray(), rendered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
