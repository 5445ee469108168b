package karyalay.preparing.web;

import java.util.List;
import karyalay.desk.Kind;
import karyalay.desk.Reading;
import karyalay.files.NoteKind;
import karyalay.preparing.Item;
import karyalay.web.Page;

/// The yellow form on which something is prepared for whoever holds a paper.
///
/// @param officer for whom: mark, designation and office
/// @param waiting what the reader's post has laid before him already
public record PreparingView(
    Page page, Reading.Card card, String officer, List<Item> waiting, List<String> phrases) {

  public boolean note() {
    return card.paper().kind() == Kind.FILE;
  }

  public List<NoteKind> kinds() {
    return ItemView.noteKinds();
  }

  public ItemWords words() {
    return new ItemWords(page);
  }
}
