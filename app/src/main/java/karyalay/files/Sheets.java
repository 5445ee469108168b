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
  private final ContentsStore contents;
  private final FileStore files;
  private final Reading reading;

  Sheets(SheetStore store, ContentsStore contents, FileStore files, Reading reading) {
    this.store = store;
    this.contents = contents;
    this.files = files;
    this.reading = reading;
  }

  /// Which notes are asked for; 0 for a note or paragraph asks for none.
  ///
  /// @param before serial of the first note that is not asked for
  /// @param note serial of a note that must be among them, whatever its age
  /// @param paragraph number of a paragraph that must be among them
  public record Window(int before, int note, int paragraph) {
    public static final Window NEWEST = new Window(Integer.MAX_VALUE, 0, 0);
  }

  /// The newest notes and all the correspondence.
  ///
  /// @throws Refused `NOT_FOUND`
  public Sheet of(PaperId paper, Scope scope) {
    return of(paper, scope, Window.NEWEST);
  }

  /// The same with the notes that are asked for.
  public Sheet of(PaperId paper, Scope scope, Window window) {
    Reading.Card card = card(paper, scope);
    ContentId content = card.paper().content();
    var there = contents.of(content, paper, scope);
    return sheet(card, store.head(card.paper(), scope), store.notes(content, window), there);
  }

  /// The notes after one, oldest first, some dozens at a time; none when it was the last. Who may
  /// read them is asked each time, so that a bar set meanwhile holds.
  ///
  /// @throws Refused `NOT_FOUND`
  public List<Sheet.Note> following(PaperId paper, Scope scope, int after) {
    return store.following(card(paper, scope).paper().content(), after);
  }

  /// The cover alone, without notes and correspondence.
  public Sheet cover(PaperId paper, Scope scope) {
    Reading.Card card = card(paper, scope);
    var none = new SheetStore.Notes(List.of(), false, false);
    var empty = new ContentsStore.Contents(List.of(), List.of());
    return sheet(card, store.head(card.paper(), scope), none, empty);
  }

  private static Sheet sheet(
      Reading.Card card,
      SheetStore.Head head,
      SheetStore.Notes notes,
      ContentsStore.Contents contents) {
    return new Sheet(
        card,
        head.cover(),
        head.draft(),
        head.draftBody(),
        head.letterAwaited(),
        head.hasKey(),
        notes.notes(),
        notes.earlier(),
        notes.later(),
        contents.letters(),
        contents.slips(),
        head.references(),
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
