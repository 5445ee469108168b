package karyalay.drafts;

import java.util.List;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.stereotype.Component;

/// Which posts a letter goes to: written down when it is signed, so that a thana opened later was
/// not written to, and one closed later was.
@Component
class Recipients {
  private final Desks desks;
  private final Masters masters;
  private final SigningStore store;

  Recipients(Desks desks, Masters masters, SigningStore store) {
    this.desks = desks;
    this.masters = masters;
    this.store = store;
  }

  void write(LetterHead letter, Wording words) {
    int place = 0;
    for (Party party : words.parties()) {
      place++;
      for (PostId post : of(party.target(), letter.district()))
        store.recipient(letter.id(), place, post);
    }
  }

  /// The live posts behind an addressee; nobody for somebody outside.
  List<PostId> of(Target target, OfficeId district) {
    return switch (target) {
      case Target.Post(var post) -> List.of(post);
      case Target.Office(var office) -> desks.headOf(office).stream().toList();
      case Target.Group(var code) ->
          masters
              .one(Addressing.GROUP, code, district)
              .map(group -> desks.heads(district, group.text("office_kind")))
              .orElse(List.of());
      case Target.Outside _ -> List.of();
    };
  }
}
