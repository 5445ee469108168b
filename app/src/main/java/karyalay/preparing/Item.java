package karyalay.preparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.files.Written;
import karyalay.shared.Language;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;

/// Something prepared, as its officer and whoever prepared it read it.
///
/// @param named whether the reader may see the words of the paper
/// @param words as they stand now
/// @param marks of the posts to which it is to go
/// @param officer for whom it was prepared
/// @param preparer who prepared it, and on which post
/// @param there whether the preparer still works that post
/// @param edited who changed the words last, when that was not the preparer
/// @param holdup why it cannot be approved as it is; NONE unless it waits
/// @param ended when it was approved, returned or withdrawn
/// @param reason for which it was returned
public record Item(
    UUID id,
    PaperId paper,
    Kind kind,
    String number,
    String title,
    boolean named,
    Matter matter,
    State state,
    Wording wording,
    Written words,
    List<String> marks,
    PostId officer,
    Chair officerChair,
    Hand preparer,
    PostId preparerPost,
    boolean there,
    Optional<Hand> edited,
    Holdup holdup,
    Optional<Instant> ended,
    String reason) {

  /// A person on a post at a moment.
  public record Hand(String nameHi, String nameEn, Chair post, Instant at) {
    public String name(Language language) {
      return language.pick(nameHi, nameEn);
    }
  }

  public boolean waits() {
    return state == State.WAITING;
  }

  /// Where the paper is shown.
  public String paperPath() {
    return kind.path(paper);
  }

  public String path() {
    return "/approvals/" + id;
  }
}
