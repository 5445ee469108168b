package karyalay.signatures.web;

import karyalay.signatures.Verdict;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// Whether a PDF is what it says, for anybody.
///
/// @param verdict null before a file was sent
/// @param file the name it was sent under
/// @param megabytes at most
public record CheckView(Page page, @Nullable Verdict verdict, String file, long megabytes) {
  /// Who signed, by our books where they know the document, else by the certificate.
  public String signer(Verdict.Judged one) {
    Verdict.Recorded ours = one.ours();
    return ours == null ? one.signer() : page.name(ours.nameHi(), ours.nameEn());
  }

  public String post(Verdict.Judged one) {
    Verdict.Recorded ours = one.ours();
    return ours == null ? one.post() : page.name(ours.postHi(), ours.postEn());
  }
}
