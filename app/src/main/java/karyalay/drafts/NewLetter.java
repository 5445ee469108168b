package karyalay.drafts;

import java.util.List;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A letter about to be begun.
///
/// @param template code of a template; empty for a blank sheet
/// @param language `hi` or `en`
/// @param subject empty: as the paper's, or as the template says
/// @param reference empty: the last one is filled in, as the number and date of what is answered
/// @param signatory null: the head of the actor's office
/// @param about the earlier letter that this one reminds of or follows; null for none
public record NewLetter(
    LetterForm form,
    Nature nature,
    String prefix,
    String template,
    String language,
    String subject,
    String reference,
    List<Party> parties,
    @Nullable PostId signatory,
    @Nullable LetterId about) {

  public static NewLetter of(LetterForm form, Nature nature) {
    return new NewLetter(form, nature, "", "", "hi", "", "", List.of(), null, null);
  }
}
