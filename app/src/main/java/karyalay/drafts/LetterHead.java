package karyalay.drafts;

import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;

/// What the rules ask of a letter's row.
///
/// @param version the current one
/// @param revision how often it was saved: whoever saves names the one he saw
/// @param sealed whether the current version was handed on, so that a change opens another
/// @param standard whether its template is a standard form (OP-70)
/// @param keepAll whether each change is kept for itself (OP-67)
public record LetterHead(
    LetterId id,
    PaperId paper,
    ContentId content,
    OfficeId district,
    OfficeId office,
    LetterState state,
    int version,
    int revision,
    boolean sealed,
    boolean keepAll,
    LetterForm form,
    String template,
    String category,
    boolean original,
    boolean standard,
    PostId signatory,
    PostId madeBy) {}
