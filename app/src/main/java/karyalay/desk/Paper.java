package karyalay.desk;

import java.time.Instant;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A paper as its row says. Not yet judged by anyone's reach: never shown from here, see {@link
/// Reading}.
///
/// @param lead the first paper of its content; its holder edits the content
/// @param root the outermost paper it lies in; itself when in none
/// @param dueAt the least open clock; null when none runs
/// @param arrivedAt when it came to where it is
/// @param openedAt when its present holder first opened it
/// @param from the post it came from; null when made here
/// @param moves how many lines its register has
/// @param hands how many deciding officers have had it (OP-93)
public record Paper(
    PaperId id,
    ContentId content,
    Kind kind,
    OfficeId district,
    OfficeId office,
    PostId creator,
    boolean lead,
    boolean physical,
    Place place,
    PaperId root,
    Urgency urgency,
    Classification classification,
    boolean guarded,
    boolean barred,
    String number,
    String title,
    String subtitle,
    Task task,
    @Nullable Instant dueAt,
    Instant madeAt,
    Instant arrivedAt,
    @Nullable Instant openedAt,
    @Nullable PostId from,
    int moves,
    int hands) {

  public String path() {
    return kind.path(id);
  }

  public boolean heldBy(PostId post) {
    return place.heldBy(post);
  }
}
