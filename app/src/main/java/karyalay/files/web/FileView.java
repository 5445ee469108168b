package karyalay.files.web;

import java.util.List;
import java.util.Optional;
import karyalay.desk.Viewer;
import karyalay.files.NoteKind;
import karyalay.files.Sheet;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// W3, the green sheet beside the correspondence.
///
/// @param mine whether it lies on the reader's desk, free to be worked on
/// @param may whether the reader may close it or take other rare steps
/// @param viewer the pages of the chosen letter; null when the file has none
/// @param letter the chosen letter
/// @param fresh paragraphs written since the reader's last note
/// @param due the due time in words, and its grade
public record FileView(
    Page page,
    Sheet sheet,
    boolean mine,
    boolean parked,
    boolean closed,
    boolean recallable,
    boolean maker,
    @Nullable Viewer viewer,
    Optional<Sheet.Letter> letter,
    int fresh,
    String due,
    String dueGrade,
    List<String> phrases) {

  public List<NoteKind> kinds() {
    return List.of(
        NoteKind.NOTE,
        NoteKind.ORDER,
        NoteKind.ORAL_ORDER,
        NoteKind.CORRECTION,
        NoteKind.CLOSING_APPROVAL);
  }

  /// Where a page of the correspondence is shown.
  public String leaf(int number) {
    return page.link("/files/" + sheet.card().paper().id() + "?leaf=" + number) + "#viewer";
  }
}
