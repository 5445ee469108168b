package karyalay.scanning;

import java.util.List;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.Upload;
import karyalay.documents.DocumentId;
import karyalay.documents.Look;
import karyalay.documents.PageCleaner;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;

/// Turns a picture that is not attached yet. The turned one is another upload; what came in stays
/// and is named by it.
@Service
public class Turning {
  private final PhoneStore store;
  private final PageCleaner cleaner;
  private final Attachments attachments;
  private final OfficeTime time;

  Turning(PhoneStore store, PageCleaner cleaner, Attachments attachments, OfficeTime time) {
    this.store = store;
    this.cleaner = cleaner;
    this.attachments = attachments;
    this.time = time;
  }

  /// @param quarters clockwise
  /// @return what stands in its place
  /// @throws Refused `NOT_FOUND` when it is another's or attached, `NOT_TO_TURN`
  public Upload turn(UUID upload, PersonId by, int quarters) {
    Upload before =
        attachments.uploads(List.of(upload), by).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    switch (before.type()) {
      case JPEG, PNG -> {}
      case PDF, TIFF, DOCX -> throw new Refused(ScanningRefusal.NOT_TO_TURN);
    }
    var turned = cleaner.keep(cleaner.clean(before.document(), 1, Look.AS_IT_IS, quarters));
    DocumentId received = store.received(before.document());
    store.cleaned(turned.id(), received, by, time.now());
    Upload after = attachments.offer(by, turned.id(), before.name());
    store.replace(upload, after.id());
    return after;
  }
}
