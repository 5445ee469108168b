package karyalay.files;

import java.util.List;
import karyalay.desk.Kind;
import karyalay.desk.Reading;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads a file for one reader: four statements, whatever its length.
@Service
@Transactional(readOnly = true)
public class Sheets {
  private final SheetStore store;
  private final FileStore files;
  private final Reading reading;

  Sheets(SheetStore store, FileStore files, Reading reading) {
    this.store = store;
    this.files = files;
    this.reading = reading;
  }

  /// The newest notes and all the correspondence.
  ///
  /// @throws Refused `NOT_FOUND`
  public Sheet of(PaperId paper, Scope scope) {
    return of(paper, scope, Integer.MAX_VALUE);
  }

  /// The same with the notes before a given one.
  ///
  /// @param before serial of the first note that is not asked for
  public Sheet of(PaperId paper, Scope scope, int before) {
    Reading.Card card = card(paper, scope);
    ContentId content = card.paper().content();
    var head = store.head(card.paper(), scope);
    var notes = store.notes(content, before);
    return new Sheet(
        card,
        head.cover(),
        head.draft(),
        head.draftBody(),
        head.letterAwaited(),
        notes.notes(),
        notes.earlier(),
        store.letters(content, scope),
        head.suggestions());
  }

  /// The cover alone, without notes and correspondence.
  public Sheet cover(PaperId paper, Scope scope) {
    Reading.Card card = card(paper, scope);
    var head = store.head(card.paper(), scope);
    return new Sheet(
        card,
        head.cover(),
        head.draft(),
        head.draftBody(),
        head.letterAwaited(),
        List.of(),
        false,
        List.of(),
        head.suggestions());
  }

  private Reading.Card card(PaperId paper, Scope scope) {
    Reading.Card card = reading.open(paper, scope);
    if (card.paper().kind() != Kind.FILE) throw new Refused(SharedRefusal.NOT_FOUND);
    return card;
  }

  /// Old and new values of the cover, newest first; for one who has read the cover.
  public List<CoverChange> changes(Sheet sheet) {
    return files.changes(sheet.cover().id());
  }
}
