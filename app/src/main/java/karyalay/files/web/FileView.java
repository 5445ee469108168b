package karyalay.files.web;

import java.util.List;
import java.util.Map;
import karyalay.desk.web.PreparedBox;
import karyalay.files.Flag;
import karyalay.files.NoteKind;
import karyalay.files.Sheet;
import karyalay.signatures.PinField;
import karyalay.web.Page;

/// W3, the green sheet beside the correspondence.
///
/// @param mine whether it lies on the reader's desk, free to be worked on
/// @param held whether the reader's post has it, in whatever state
/// @param recallable whether the reader sent it and it is still unopened (OP-41)
/// @param maker whether the reader's post opened it, and so closes it (OP-43)
/// @param pin what the foot asks for, so that the note is signed
/// @param contents the right pane
/// @param prepared what waits for the holder's approval, and where the reader prepares for him
/// @param fresh paragraphs written since the reader's last note, and the first such note's serial
public record FileView(
    Strip strip,
    Sheet sheet,
    boolean mine,
    boolean held,
    boolean parked,
    boolean closed,
    boolean recallable,
    boolean maker,
    ContentsView contents,
    Fresh fresh,
    List<String> phrases,
    PinField pin,
    PreparedBox.View prepared) {

  public Page page() {
    return strip.page();
  }

  /// @param from serial of the first note that is new to the reader; beyond all when none is
  public record Fresh(int paragraphs, int from) {}

  /// Kinds that the writer chooses; the others follow from what else is filled in.
  public List<NoteKind> kinds() {
    return List.of(NoteKind.NOTE, NoteKind.ORDER, NoteKind.CLOSING_APPROVAL);
  }

  public boolean isFresh(Sheet.Note note) {
    return note.serial() >= fresh.from();
  }

  public boolean firstFresh(Sheet.Note note) {
    return note.serial() == fresh.from();
  }

  /// The later note that corrects a paragraph of this one, if there is: paragraph to note.
  public Map<Integer, Sheet.Note> corrections(Sheet.Note note) {
    var found = new java.util.TreeMap<Integer, Sheet.Note>();
    int last = note.first() + note.paragraphs().size() - 1;
    for (Sheet.Note later : sheet.notes())
      if (later.corrects() >= note.first() && later.corrects() <= last)
        found.put(later.corrects(), later);
    return found;
  }

  /// What a note cites, as it was when the note was written.
  public Cites cites(Sheet.Note note) {
    return new Cites(page(), sheet, contents.cites().window(), note.at());
  }

  /// Labels that the writer may cite.
  public List<String> flags() {
    return sheet.references().live().stream().map(Flag::label).distinct().toList();
  }

  /// Where the notes before these are shown.
  public String earlier() {
    return page()
            .link(
                "/files/"
                    + sheet.card().paper().id()
                    + "?before="
                    + sheet.notes().getFirst().serial())
        + "#notes";
  }
}
