package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import eu.europa.esig.dss.model.DSSException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import karyalay.documents.DocumentType;
import karyalay.documents.Documents;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;

/// Judges the signatures of any PDF (OP-75). Nothing of it is stored. A stranger's bytes are opened
/// by a decoder first, which finds what is encrypted, broken or swollen; DSS sees only what passed,
/// two at a time and for a bounded while.
@Service
public class Validation {
  private final Documents documents;
  private final PdfJudge judge;
  private final SigningSettings settings;
  private final Semaphore free = new Semaphore(2, true);

  Validation(Documents documents, PdfJudge judge, SigningSettings settings) {
    this.documents = documents;
    this.judge = judge;
    this.settings = settings;
  }

  /// How many bytes a PDF to be judged may have.
  public long most() {
    return settings.checkLimit().toBytes();
  }

  /// @param in read to its end, not closed
  /// @throws Refused `NOT_A_PDF`, `CHECK_TOO_HEAVY`, `CHECK_BUSY`, and those of a document that is
  ///   too large, encrypted, broken or a bomb
  public Verdict check(InputStream in) {
    Documents.Inspected found = documents.inspect(in, most());
    if (found.type() != DocumentType.PDF) throw new Refused(NOT_A_PDF);
    return check(found.bytes());
  }

  /// The same for bytes of our own, as of a letter that is read back.
  public Verdict check(byte[] pdf) {
    try {
      if (!free.tryAcquire(settings.checkPatience().toMillis(), TimeUnit.MILLISECONDS))
        throw new Refused(CHECK_BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(CHECK_BUSY);
    }
    var work = new FutureTask<>(() -> judge.judge(pdf));
    // Given back by the work itself: one that outlasts our patience still holds its place.
    Thread.ofPlatform()
        .daemon()
        .name("signature-check")
        .start(() -> {
          try {
            work.run();
          } finally {
            free.release();
          }
        });
    return await(work);
  }

  private Verdict await(FutureTask<Verdict> work) {
    try {
      return work.get(settings.checkPatience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      throw new Refused(CHECK_TOO_HEAVY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(CHECK_BUSY);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) throw refused;
      if (e.getCause() instanceof DSSException) throw new Refused(NOT_A_PDF);
      throw new IllegalStateException(e.getCause());
    }
  }
}
