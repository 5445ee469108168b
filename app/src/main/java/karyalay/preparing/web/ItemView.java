package karyalay.preparing.web;

import java.util.List;
import karyalay.files.NoteKind;
import karyalay.preparing.Holdup;
import karyalay.preparing.Item;
import karyalay.preparing.Matter;
import karyalay.preparing.State;
import karyalay.signatures.PinField;
import karyalay.web.Page;

/// One thing prepared: its words, and what its officer or its preparer may do with it.
///
/// @param officer whether the reader is to approve it
/// @param preparer whether the reader's post prepared it
public record ItemView(
    Page page, Item item, boolean officer, boolean preparer, List<String> phrases, PinField pin) {

  public ItemWords words() {
    return new ItemWords(page);
  }

  public boolean note() {
    return item.matter() == Matter.NOTE;
  }

  public boolean approvable() {
    return officer && item.waits() && item.holdup() == Holdup.NONE;
  }

  public boolean editable() {
    boolean open = item.waits() || (preparer && item.state() == State.RETURNED);
    return open && item.holdup() != Holdup.MOVED;
  }

  public boolean withdrawable() {
    return preparer && (item.waits() || item.state() == State.RETURNED);
  }

  static List<NoteKind> noteKinds() {
    return List.of(NoteKind.NOTE, NoteKind.ORDER, NoteKind.CLOSING_APPROVAL);
  }

  public List<NoteKind> kinds() {
    return noteKinds();
  }
}
