package karyalay.files;

import java.util.Optional;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds in which volume of a file a cited paragraph or page stands: both run on across volumes
/// (OP-46, OP-56).
@Service
@Transactional(readOnly = true)
public class CitedPlaces {
  private final CitationStore store;
  private final Reading reading;

  CitedPlaces(CitationStore store, Reading reading) {
    this.store = store;
    this.reading = reading;
  }

  /// The volume on whose note sheet a paragraph stands, for one who may read both.
  ///
  /// @throws Refused `NOT_FOUND`
  public PaperId ofParagraph(PaperId file, int paragraph, Scope scope) {
    reading.open(file, scope);
    return readable(file, store.ofParagraph(file, paragraph), scope);
  }

  /// The volume in whose correspondence a page lies, for one who may read both.
  ///
  /// @throws Refused `NOT_FOUND`
  public PaperId ofPage(PaperId file, int page, Scope scope) {
    reading.open(file, scope);
    return readable(file, store.ofPage(file, page), scope);
  }

  private PaperId readable(PaperId file, Optional<PaperId> found, Scope scope) {
    PaperId volume = found.orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!volume.equals(file)) reading.open(volume, scope);
    return volume;
  }
}
