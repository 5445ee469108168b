package karyalay.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Posts: finding one to mark a paper to, and keeping the list of them.
@Service
@Transactional
public class Posts {
  private static final int MOST = 50;

  private final PostStore store;
  private final PostFinder finder;
  private final OfficeStore offices;
  private final ChargeStore charges;
  private final MasterStore words;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final ObjectProvider<Holdings> holdings;

  Posts(
      PostStore store,
      PostFinder finder,
      OfficeStore offices,
      ChargeStore charges,
      MasterStore words,
      Changes changes,
      Authority authority,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      ObjectProvider<Holdings> holdings) {
    this.store = store;
    this.finder = finder;
    this.offices = offices;
    this.charges = charges;
    this.words = words;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.holdings = holdings;
  }

  /// Live posts that fit what was typed, the usual ones of this office first (OP-7); with nothing
  /// typed, the usual ones alone. Vacant posts are found too (OP-8), outside ones are not.
  @Transactional(readOnly = true)
  public List<Post.Held> find(String typed, OfficeId near, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<String> folded = Folding.words(typed);
    if (folded.isEmpty()) return finder.usual(near, most);
    var found = finder.beginning(folded, typed.strip(), near, most);
    return found.isEmpty() ? finder.alike(folded, near, most) : found;
  }

  /// The post, where a paper may go to it now. A vacant one is live: it still receives (OP-8).
  ///
  /// @throws Refused `POST_ABOLISHED`, `POST_OUTSIDE`, `NOT_FOUND`
  @Transactional(readOnly = true)
  public Post live(PostId id) {
    Post post = store.find(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    LocalDate today = time.today();
    if (today.isBefore(post.from()) || !today.isBefore(post.until())) throw abolished(post);
    if (store.isOutside(post.office()))
      throw new Refused(OrganisationRefusal.POST_OUTSIDE, post.mark());
    return post;
  }

  /// Names who may be sent to instead: the nearest head above, where there is one.
  private Refused abolished(Post post) {
    return finder
        .headNear(post.office())
        .map(head -> new Refused(OrganisationRefusal.POST_ABOLISHED, post.mark(), head))
        .orElseGet(() -> new Refused(OrganisationRefusal.POST_GONE, post.mark()));
  }

  /// The live post of a district with this marking abbreviation. One statement of the hot path, so
  /// it opens no transaction of its own.
  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public Optional<Post> of(String mark, OfficeId district) {
    return store.of(mark, district);
  }

  /// Does nothing, unless this is the mark of a post of the district that is no more: then it says
  /// so, and names who may be sent to instead.
  ///
  /// @throws Refused `POST_ABOLISHED`
  @Transactional(readOnly = true)
  public void requireNotAbolished(String mark, OfficeId district) {
    store.ever(mark, district).map(PostId::new).ifPresent(this::live);
  }

  /// The post, live or abolished.
  @Transactional(readOnly = true)
  public Optional<Post> find(PostId id) {
    return store.find(id);
  }

  /// All posts of an office and of those under it, with who works them.
  @Transactional(readOnly = true)
  public List<Post.Held> within(OfficeId office, boolean abolished) {
    return store.held(office, abolished);
  }

  /// Makes a post in an office from a day on. The mark is made from both codes (OP-7).
  ///
  /// @param abbreviation first half of the mark, as `SHO`
  /// @throws Refused `NAMES_NEEDED`, `CODE_MALFORMED`, `MARK_TAKEN`, `HEAD_TAKEN`,
  ///   `SHORT_TOO_LONG`, `RANK_UNKNOWN`, `OFFICE_CLOSED`
  public PostId create(
      Act act, OfficeId office, String abbreviation, Post.Facts facts, LocalDate from) {
    PostId id = PostId.next();
    return new PostId(
        acts.once(act, id.value(), () -> createNow(act, id, office, abbreviation, facts, from)));
  }

  private void createNow(
      Act act,
      PostId id,
      OfficeId officeId,
      String abbreviation,
      Post.Facts facts,
      LocalDate from) {
    Office office = openOffice(act, officeId, from);
    check(id, officeId, facts);
    int ordinal = store.nextOrdinal(officeId, abbreviation);
    String mark = Marks.of(abbreviation, office.facts().code(), ordinal);
    if (store.markTaken(office.district(), mark))
      throw new Refused(OrganisationRefusal.MARK_TAKEN, mark);
    store.add(
        List.of(
            new PostStore.Row(
                id, officeId, office.district(), abbreviation, ordinal, mark, facts, true, from)));
    store.refresh(officeId.value());
    var now = words(facts);
    now.put("mark", mark);
    changes.make(act, Changes.Kind.POST, id.value(), from, Map.of(), now);
    log(act, id, "organisation.post_created", from, now);
  }

  private Office openOffice(Act act, OfficeId id, LocalDate on) {
    Office office = offices.find(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    authority.over(act, office.district());
    if (on.isBefore(office.from()) || !on.isBefore(office.until()))
      throw new Refused(OrganisationRefusal.OFFICE_CLOSED);
    return office;
  }

  /// Changes a post's names, rank, headship or kind from a day on. Its mark and its papers stay.
  ///
  /// @throws Refused those of {@link #create}; `NOTHING_CHANGED`
  public PostId change(Act act, PostId id, Post.Facts facts, LocalDate from) {
    return new PostId(acts.once(act, id.value(), () -> changeNow(act, id, facts, from)));
  }

  private void changeNow(Act act, PostId id, Post.Facts facts, LocalDate from) {
    Post post = mine(act, id);
    var row = words.data(store.lock(id).orElseThrow());
    check(id, post.office(), facts);
    var now = words(facts);
    // Whoever saves a row of the first day has checked it.
    now.put("confirmed", true);
    var difference = Changes.between(row, now);
    if (difference.now().isEmpty()) throw new Refused(OrganisationRefusal.NOTHING_CHANGED);
    changes.make(act, Changes.Kind.POST, id.value(), from, difference.old(), difference.now());
    log(act, id, "organisation.post_changed", from, difference.now());
  }

  /// Abolishes a post from a day on; charges on it end with it. What was done there keeps its name.
  /// A day to come waits until the post is empty then.
  ///
  /// @throws Refused `POST_HOLDS_PAPERS` from today on while papers lie with it; `DATES_CROSSED`
  public PostId abolish(Act act, PostId id, LocalDate from) {
    return new PostId(acts.once(act, id.value(), () -> abolishNow(act, id, from)));
  }

  private void abolishNow(Act act, PostId id, LocalDate from) {
    Post post = mine(act, id);
    if (from.isBefore(post.from())) throw new Refused(OrganisationRefusal.DATES_CROSSED);
    var row = words.data(store.lock(id).orElseThrow());
    if (!from.isAfter(time.today())) requireEmpty(post);
    charges.endOn(id, from);
    Map<String, Object> now = Map.of("valid_to", from.toString());
    var difference = Changes.between(row, now);
    changes.make(act, Changes.Kind.POST, id.value(), from, difference.old(), difference.now());
    log(act, id, "organisation.post_abolished", from, now);
  }

  private void requireEmpty(Post post) {
    int papers = holdings.stream().mapToInt(each -> each.papersWith(post.id())).sum();
    if (papers > 0) throw new Refused(OrganisationRefusal.POST_HOLDS_PAPERS, post.mark(), papers);
  }

  private Post mine(Act act, PostId id) {
    Post post = store.find(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    authority.over(act, post.district());
    return post;
  }

  private void check(PostId id, OfficeId office, Post.Facts facts) {
    if (facts.designationHi().isBlank() || facts.designationEn().isBlank())
      throw new Refused(OrganisationRefusal.NAMES_NEEDED);
    if (!store.rankKnown(facts.rank())) throw new Refused(OrganisationRefusal.RANK_UNKNOWN);
    Marks.shortForm(facts.shortHi());
    if (facts.head())
      store
          .headOf(office, id)
          .ifPresent(head -> {
            throw new Refused(OrganisationRefusal.HEAD_TAKEN, head);
          });
  }

  private void log(Act act, PostId id, String what, LocalDate from, Map<String, Object> now) {
    var details = new LinkedHashMap<>(now);
    details.put("from", from.toString());
    ledger.append(act, new Entry(what, "post/" + id, details));
  }

  private static Map<String, Object> words(Post.Facts facts) {
    var words = new LinkedHashMap<String, Object>();
    words.put("designation_hi", facts.designationHi());
    words.put("designation_en", facts.designationEn());
    words.put("short_hi", facts.shortHi());
    words.put("rank", facts.rank());
    words.put("head", facts.head());
    words.put("counter", facts.counter());
    return words;
  }
}
