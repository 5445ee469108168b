package karyalay.drafts.web;

import java.util.ArrayList;
import java.util.List;
import karyalay.desk.web.Addressee;
import karyalay.drafts.Addressing;
import karyalay.drafts.Enclosure;
import karyalay.drafts.LetterForm;
import karyalay.drafts.Nature;
import karyalay.drafts.Party;
import karyalay.drafts.Typed;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.ContentId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/// The fields of a letter's page.
///
/// @param revision what the writer saw
/// @param body the structure that the editor made; `text` is read without it
/// @param party who is written to, row by row: what we wrote there, or what was typed
/// @param role of the same row; `NONE` takes the row out
/// @param enclosure ticked documents, as `content:serial`
record WordsForm(
    @Nullable Integer revision,
    @Nullable String form,
    @Nullable Nature nature,
    @Nullable String prefix,
    @Nullable String language,
    @Nullable String subject,
    @Nullable String reference,
    @Nullable String salutation,
    @Nullable String closing,
    @Nullable String body,
    @Nullable String text,
    @Nullable String signatory,
    @Nullable List<String> party,
    @Nullable List<String> role,
    @Nullable List<String> purpose,
    @Nullable List<String> enclosure,
    @Nullable String to) {

  int seen() {
    return revision == null ? 0 : revision;
  }

  Typed typed(Addressing addressing, Posts posts, Caller caller) {
    String by = or(signatory);
    PostId signs = by.isBlank() ? null : Addressee.of(posts, by, caller);
    return new Typed(
        LetterForm.of(or(form)).orElseThrow(() -> unclear("form")),
        nature == null ? Nature.FRESH : nature,
        or(prefix),
        or(language),
        or(subject),
        or(reference),
        or(salutation),
        or(closing),
        or(body),
        or(text),
        signs,
        parties(addressing, caller),
        enclosures());
  }

  private List<Party> parties(Addressing addressing, Caller caller) {
    var parties = new ArrayList<Party>();
    List<String> rows = party == null ? List.of() : party;
    for (int i = 0; i < rows.size(); i++) {
      String typed = rows.get(i);
      String as = at(role, i);
      if (typed.isBlank() || as.equals("NONE")) continue;
      parties.add(
          new Party(
              role(as),
              addressing.of(typed, caller),
              karyalay.drafts.Address.UNKNOWN,
              at(purpose, i)));
    }
    return List.copyOf(parties);
  }

  private static Party.Role role(String name) {
    try {
      return name.isEmpty() ? Party.Role.TO : Party.Role.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw unclear("role");
    }
  }

  private List<Enclosure> enclosures() {
    var ticked = new ArrayList<Enclosure>();
    for (String one : enclosure == null ? List.<String>of() : enclosure) {
      int cut = one.indexOf(':');
      try {
        ticked.add(
            new Enclosure(
                ContentId.of(one.substring(0, Math.max(0, cut))),
                Integer.parseInt(one.substring(cut + 1)),
                "",
                0));
      } catch (IllegalArgumentException e) {
        throw unclear("enclosure");
      }
    }
    return List.copyOf(ticked);
  }

  private static Refused unclear(String field) {
    return new Refused(SharedRefusal.NOT_UNDERSTOOD, field);
  }

  private static String at(@Nullable List<String> list, int i) {
    return list == null || i >= list.size() ? "" : list.get(i);
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }
}
