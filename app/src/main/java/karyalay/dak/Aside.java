package karyalay.dak;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a post keeps for itself about papers it may read: marks to follow up, and folders. Neither
/// moves a paper or shows it to anybody else.
@Service
@Transactional
public class Aside {
  private static final int LONGEST = 60;

  private final AsideStore store;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Aside(AsideStore store, Reading reading, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Marks a paper to be followed up, on a day or at any time.
  public void follow(Act act, PaperId paper, @Nullable LocalDate on, String note) {
    limit(note, 300);
    act(
        act,
        paper,
        "dak.follow_up_set",
        () -> store.follow(act.post(), paper, on, note, time.now()));
  }

  public void unfollow(Act act, PaperId paper) {
    act(act, paper, "dak.follow_up_ended", () -> store.unfollow(act.post(), paper));
  }

  /// Puts a paper into a folder of the post, made when it is not there; an empty name takes it out.
  public void file(Act act, PaperId paper, String folder) {
    String name = folder.strip();
    limit(name, LONGEST);
    act(
        act,
        paper,
        "dak.folder_changed",
        () -> {
          if (name.isEmpty()) store.takeOut(act.post(), paper);
          else store.put(act.post(), paper, store.folder(act.post(), name, Ids.next()));
        });
  }

  private void act(Act act, PaperId paper, String what, Runnable work) {
    acts.once(
        act,
        paper.value(),
        () -> {
          reading.card(paper, new Scope(act.person(), act.post()));
          work.run();
          ledger.append(act, new Entry(what, "paper/" + paper, Map.of()));
        });
  }

  /// Folders of a post with how many papers lie in each.
  @Transactional(readOnly = true)
  public List<Folder> folders(PostId post) {
    return store.folders(post);
  }

  /// One folder.
  public record Folder(UUID id, String name, int papers) {}

  private static void limit(String text, int most) {
    if (text.length() > most)
      throw new Refused(SharedRefusal.TOO_LONG, text.substring(0, 20), Integer.toString(most));
  }
}
