package karyalay.drafts.web;

import java.util.Arrays;
import java.util.List;
import karyalay.desk.Viewer;
import karyalay.drafts.Addressing;
import karyalay.drafts.Enclosure;
import karyalay.drafts.LetterDetails;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterState;
import karyalay.drafts.Nature;
import karyalay.drafts.Party;
import karyalay.drafts.Step;
import karyalay.drafts.Wording;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// A letter: its words to be written, or to be read, beside the very pages that will be signed.
///
/// @param documents that it may enclose
public record LetterView(
    Page page, LetterDetails letter, List<Enclosure> documents, Viewer viewer) {

  public String path() {
    return "/letters/" + letter.id();
  }

  public Wording words() {
    return letter.words();
  }

  public LetterState state() {
    return letter.state();
  }

  public String form() {
    return page.t(words().form().key());
  }

  /// The forms in which one writes here.
  public List<LetterForm> forms() {
    return forms(words().form());
  }

  static List<LetterForm> forms(@Nullable LetterForm chosen) {
    return Arrays.stream(LetterForm.values())
        .filter(form -> form != LetterForm.GOVERNMENT_ORDER || form == chosen)
        .toList();
  }

  public List<Nature> natures() {
    return List.of(Nature.values());
  }

  public List<Party.Role> roles() {
    return List.of(Party.Role.values());
  }

  public String token(Party party) {
    return Addressing.token(party.target());
  }

  public boolean encloses(Enclosure document) {
    return words().enclosures().stream().anyMatch(one -> same(one, document));
  }

  private static boolean same(Enclosure one, Enclosure other) {
    return one.content().equals(other.content()) && one.serial() == other.serial();
  }

  public boolean submittable() {
    return letter.mine() && letter.may(Step.SUBMIT);
  }

  public boolean approvable() {
    return letter.mine() && letter.may(Step.APPROVE) && letter.approves();
  }

  public boolean returnable() {
    return letter.mine() && letter.may(Step.RETURN);
  }

  public boolean standard() {
    return letter.mine() && letter.standard() && letter.may(Step.STANDARD);
  }

  public boolean cancellable() {
    return letter.mine() && letter.may(Step.CANCEL) && state() != LetterState.SIGNED;
  }

  /// Whether the reader's post signs it, and it waits for that.
  public boolean signable() {
    return letter.may(Step.SIGN) && signs();
  }

  public boolean withdrawable() {
    return state() == LetterState.SIGNED && signs();
  }

  private boolean signs() {
    return page.caller() != null && page.caller().seat().post().equals(words().signatory());
  }

  /// The version before the last one, to see what the last author changed; 0 when there is none.
  public int before() {
    return letter.versions().size() < 2 ? 0 : letter.versions().size() - 1;
  }
}
