package karyalay.orders;

import java.util.List;
import java.util.UUID;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Groups that one paper goes to at once, as समस्त थाना प्रभारी: dated masters. What a group holds
/// is asked anew each time, so that a new thana is in it from its first day.
@Service
@Transactional(readOnly = true)
public class Groups {
  /// Those that letters go to as well, and those of orders alone.
  private static final List<String> KINDS = List.of("ADDRESSEE_GROUP", "ORDER_GROUP");

  private static final String OWN = "own";

  private final GroupStore store;
  private final Masters masters;

  Groups(GroupStore store, Masters masters) {
    this.store = store;
    this.masters = masters;
  }

  /// What the caller's district has.
  public List<Master> offered(Caller caller) {
    OfficeId district = caller.seat().district();
    return KINDS.stream().flatMap(kind -> masters.of(kind, district).stream()).toList();
  }

  /// The posts of a group, without the caller's own: heads of offices of one kind at or under his
  /// own office (a branch counts as the office it is a branch of), the posts of his own office, or
  /// those that the master names.
  ///
  /// @throws Refused `GROUP_UNKNOWN`, `GROUP_EMPTY`
  public List<PostId> posts(String code, Caller caller) {
    OfficeId district = caller.seat().district();
    Master group =
        offered(caller).stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new Refused(OrdersRefusal.GROUP_UNKNOWN));
    List<UUID> found = members(group, caller.seat().post(), district);
    if (found.isEmpty())
      throw new Refused(
          OrdersRefusal.GROUP_EMPTY, caller.language().pick(group.nameHi(), group.nameEn()));
    return found.stream().map(PostId::new).toList();
  }

  private List<UUID> members(Master group, PostId giver, OfficeId district) {
    if (group.data().get("posts") instanceof List<?> marks)
      return store.named(marks.stream().map(String::valueOf).toList(), giver, district);
    String kind = group.text("office_kind");
    return kind.equals(OWN) ? store.ownOffice(giver) : store.headsUnder(kind, giver);
  }
}
