package karyalay.dispatch;

import java.time.Instant;
import java.util.UUID;
import karyalay.notices.MailState;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// One letter to one addressee.
///
/// @param serial its place among all of the letter, from 1
/// @param role code of {@link karyalay.drafts.Party.Role}
/// @param post where it would arrive in our own e-office; null for somebody outside
/// @param mark marking abbreviation of that post; empty without one
/// @param live whether that post is there today
/// @param carrier mark of the officer who carries it; empty for other modes
/// @param mail state of its e-mail; null for other modes
/// @param answer the last sentence of the mail server or of the other instance
/// @param number the diary number it got where it arrived; empty while not known
/// @param proof whether a scan of the receiver's signature is kept
/// @param openedAt when the addressee first opened it; null while not known
/// @param repliedAt when his answer was linked; null while there is none
public record Item(
    UUID id,
    int serial,
    String role,
    @Nullable PostId post,
    String mark,
    boolean live,
    String name,
    String address,
    String email,
    ItemState state,
    @Nullable Mode mode,
    int tries,
    @Nullable Instant sentAt,
    String tracking,
    String carrier,
    String peer,
    @Nullable MailState mail,
    String answer,
    String number,
    String receiverName,
    String receiverDesignation,
    @Nullable Instant receivedAt,
    boolean proof,
    String reason,
    @Nullable Instant openedAt,
    @Nullable Instant repliedAt) {

  /// Whether a person may send its e-mail again (DESIGN 6: what is uncertain only by a person).
  public boolean mailUncertain() {
    return mail == MailState.UNCERTAIN;
  }
}
