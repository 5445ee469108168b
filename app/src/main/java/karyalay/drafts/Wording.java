package karyalay.drafts;

import java.util.List;
import karyalay.files.Written;
import karyalay.shared.PostId;

/// All that a version of a letter says.
///
/// @param prefix before the number, as `सीए-`
/// @param language of the words, `hi` or `en`
/// @param salutation empty: what the form uses; likewise the closing
public record Wording(
    LetterForm form,
    Nature nature,
    String prefix,
    String language,
    String subject,
    String reference,
    String salutation,
    String closing,
    Written body,
    PostId signatory,
    List<Party> parties,
    List<Enclosure> enclosures) {

  public Wording {
    parties = List.copyOf(parties);
    enclosures = List.copyOf(enclosures);
  }

  public List<Party> of(Party.Role role) {
    return parties.stream().filter(party -> party.role() == role).toList();
  }

  /// The same with other parties and enclosures.
  Wording with(List<Party> others, List<Enclosure> papers) {
    return new Wording(
        form,
        nature,
        prefix,
        language,
        subject,
        reference,
        salutation,
        closing,
        body,
        signatory,
        others,
        papers);
  }
}
