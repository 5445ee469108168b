package karyalay.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// An e-mail that was taken in.
///
/// @param box that it came to
/// @param document its bytes as they came; null when it is too large and stays in the mailbox
/// @param sent as it says itself; null when it says nothing that can be read
/// @param words its text; empty on lists
/// @param unread key of the sentence why it could not be taken apart; empty when it could
/// @param answers whether it answers a letter that left from here by e-mail, and to whom that went
/// @param settled null while it waits
/// @param begun who has begun to diarise it, and not ended
public record Mail(
    UUID id,
    UUID box,
    @Nullable DocumentId document,
    long bytes,
    String fromName,
    String fromAddress,
    String recipients,
    String subject,
    @Nullable Instant sent,
    Instant arrived,
    String words,
    boolean cut,
    boolean damaged,
    String unread,
    String answers,
    State state,
    int enclosures,
    @Nullable Settled settled,
    String begun) {

  /// What became of it.
  public enum State {
    WAITING,
    DIARISED,
    NOT_DAK
  }

  /// Why it is no dak.
  public enum Reason {
    SPAM,
    REPLY,
    DUPLICATE,
    OTHER
  }

  /// @param lead its first paper; null when it is no dak
  /// @param number under which it was diarised; empty when it is no dak
  /// @param reason null when it was diarised
  public record Settled(
      @Nullable PaperId lead,
      String number,
      @Nullable Reason reason,
      String remark,
      String nameHi,
      String nameEn,
      Instant at) {}

  /// Something that came with it.
  ///
  /// @param document null when it was left within the e-mail
  /// @param refusal key of the sentence why; empty when it was not
  public record Enclosure(
      int serial,
      String name,
      String type,
      long bytes,
      boolean inline,
      @Nullable DocumentId document,
      String refusal,
      String argument) {}

  /// One with all that stands in it.
  public record Open(Mail mail, List<Enclosure> enclosures) {}
}
