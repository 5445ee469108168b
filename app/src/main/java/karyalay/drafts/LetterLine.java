package karyalay.drafts;

import java.time.Instant;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A letter in a list, as its reader may see it.
///
/// @param subject empty where the reader is not named on its paper (OP-86)
/// @param paperNumber of the file or receipt on which it is written
/// @param signatory mark of the post that signs
/// @param number empty until it is signed
/// @param holder mark of the post with which the paper lies
/// @param urgency of its paper, 0 the least
public record LetterLine(
    LetterId id,
    PaperId paper,
    String paperNumber,
    LetterForm form,
    Nature nature,
    LetterState state,
    boolean named,
    String subject,
    String signatory,
    String number,
    String holder,
    int urgency,
    Instant changedAt,
    @Nullable Instant approvedAt) {}
