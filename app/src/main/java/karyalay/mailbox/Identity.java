package karyalay.mailbox;

import karyalay.documents.Messages;
import karyalay.shared.Sha256;
import org.jspecify.annotations.Nullable;

/// What makes an e-mail the same when it is delivered, moved or copied again: its own id with
/// sender, moment and subject, since careless programs give one id to many. A message without an id
/// is known by its bytes alone.
final class Identity {
  private Identity() {}

  /// Null when its head does not tell.
  static byte @Nullable [] of(Messages.@Nullable Words words) {
    if (words == null || words.messageId().isEmpty()) return null;
    return Sha256.of(
        String.join(
            "\n",
            words.messageId(),
            words.fromAddress(),
            String.valueOf(words.sent()),
            words.subject()));
  }

  static byte[] of(Messages.Taken taken) {
    byte[] told = of(taken.words());
    return told == null ? Sha256.of("bytes " + taken.original().hash()) : told;
  }
}
