package karyalay.files;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;
import karyalay.shared.Refused;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Green notes inside the act of another module's door, which appends what is returned here.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Noting {
  private final GreenNotes writer;
  private final NoteStore store;
  private final Papers papers;

  Noting(GreenNotes writer, NoteStore store, Papers papers) {
    this.writer = writer;
    this.store = store;
    this.papers = papers;
  }

  /// @param note its id
  /// @param entries for the ledger, in their order
  public record Noted(UUID note, List<Entry> entries) {}

  /// Writes a note, and sends the file on where a move is given.
  ///
  /// @param file locked, together with its addressee when it goes on
  /// @param key of the officer; null leaves the note unsigned
  /// @throws Refused those of {@link Notes#write} and of forwarding
  @CheckReturnValue
  public Noted write(
      Act act, Locked file, NewNote note, Move.@Nullable Forward to, @Nullable Unlocked key) {
    papers.requireOnDesk(file, act);
    GreenNotes.Green green = writer.green(act, file.paper(), note, key);
    var entries = new ArrayList<Entry>(green.entries());
    if (to != null)
      entries.add(
          papers.move(
              act,
              file,
              new Move.Forward(to.to(), to.task(), to.remark(), to.due(), note.kind().decides())));
    return new Noted(green.note(), List.copyOf(entries));
  }

  /// Number of the last paragraph of a note sheet; 0 while it is empty.
  public int paragraphs(ContentId file) {
    return store.lastParagraph(file);
  }
}
