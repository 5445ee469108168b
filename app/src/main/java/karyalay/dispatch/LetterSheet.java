package karyalay.dispatch;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterState;
import karyalay.drafts.Nature;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A signed letter as its dispatch sees it.
///
/// @param form code of the master of forms
/// @param guarded whether its paper is protected: then the registry does not see it
/// @param self whether somebody has said that he sends it himself
/// @param mine whether the reader may send it
/// @param reader whether the reader also reads the paper it was written on
/// @param voided why its number went out on no letter; empty when it did not come to that
/// @param call what is asked by it; null when nothing is
public record LetterSheet(
    LetterId id,
    PaperId paper,
    ContentId content,
    OfficeId office,
    String officeHi,
    String officeEn,
    String signatoryHi,
    String signatoryEn,
    String form,
    Nature nature,
    String subject,
    LetterState state,
    String number,
    LocalDate date,
    DocumentId document,
    String sha256,
    int pages,
    boolean guarded,
    boolean self,
    boolean mine,
    boolean reader,
    String voided,
    @Nullable UUID call) {

  public boolean waiting() {
    return state == LetterState.SIGNED;
  }
}
