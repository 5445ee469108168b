package karyalay.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import karyalay.documents.DocumentId;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;

/// A signed letter: what the registry needs to send it.
///
/// @param content what the paper carries: the file or receipt on which the letter was written
/// @param office of the signatory; its series gave the number
/// @param number as it stands on the letter, with its prefix
/// @param document the signed PDF, which never changes again
/// @param sha256 of the signed PDF, in small hexadecimal digits
/// @param code what an outsider verifies it by; ten characters
/// @param original whether its print is a मूल whose ink-signed scan must come back (OP-142)
public record IssuedLetter(
    LetterId id,
    PaperId paper,
    ContentId content,
    OfficeId district,
    OfficeId office,
    LetterForm form,
    Nature nature,
    String language,
    String subject,
    LetterState state,
    String number,
    LocalDate date,
    PostId signatory,
    Instant signedAt,
    DocumentId document,
    String sha256,
    int pages,
    String code,
    boolean original,
    List<Recipient> recipients,
    List<Enclosure> enclosures) {

  /// @param place its place among all of the letter, from 1; its key
  /// @param posts who gets it in Karyalay: the post, the head of the office, all of the group;
  ///   empty for somebody outside, or an office without a post
  public record Recipient(int place, Party party, List<PostId> posts) {}

  IssuedLetter with(List<Recipient> others, List<Enclosure> papers) {
    return new IssuedLetter(
        id,
        paper,
        content,
        district,
        office,
        form,
        nature,
        language,
        subject,
        state,
        number,
        date,
        signatory,
        signedAt,
        document,
        sha256,
        pages,
        code,
        original,
        List.copyOf(others),
        List.copyOf(papers));
  }
}
