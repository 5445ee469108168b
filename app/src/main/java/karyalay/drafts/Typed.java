package karyalay.drafts;

import java.util.List;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// What a form or a client sends of a letter.
///
/// @param structure what the editor made; `text` is read without it
/// @param signatory null: as it was
/// @param enclosures documents of the paper, by content and serial; what else they say is not read
public record Typed(
    LetterForm form,
    Nature nature,
    String prefix,
    String language,
    String subject,
    String reference,
    String salutation,
    String closing,
    String structure,
    String text,
    @Nullable PostId signatory,
    List<Party> parties,
    List<Enclosure> enclosures) {}
