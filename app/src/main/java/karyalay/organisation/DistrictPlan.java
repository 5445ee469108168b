package karyalay.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// What a district's files come to: offices with ids, posts with marks, who heads what. Pure; the
/// loader writes it.
final class DistrictPlan {
  /// An office to be written, with its name in the files.
  private record Planned(String unit, Office office) {}

  private final DistrictFolder.Load load;
  private final ShortForms shorts;
  private final Map<String, Planned> offices = new LinkedHashMap<>();
  private final Map<String, PostStore.Row> posts = new LinkedHashMap<>();
  private final Map<String, List<String>> members = new LinkedHashMap<>();

  private DistrictPlan(DistrictFolder.Load load) {
    this.load = load;
    this.shorts = new ShortForms(load.shortDesignations(), load.shortOffices(), load.shortPosts());
  }

  /// @param units parents before what lies under them, as the file has them
  static DistrictPlan of(List<DistrictFolder.Unit> units, DistrictFolder.Load load) {
    var plan = new DistrictPlan(load);
    units.forEach(plan::office);
    for (var unit : units) if (unit.active()) plan.posts(unit);
    return plan;
  }

  private void office(DistrictFolder.Unit unit) {
    Planned above = unit.parent() == null ? null : offices.get(unit.parent());
    Office parent = above == null ? null : above.office();
    OfficeId id = OfficeId.next();
    var office =
        new Office(
            id,
            parent == null ? null : parent.id(),
            districtOf(id, unit, parent),
            facts(unit),
            load.outsideKinds().contains(unit.kind()),
            unit.confirmed(),
            load.from(),
            unit.active() ? LocalDate.MAX : load.from());
    offices.put(unit.id(), new Planned(unit.id(), office));
  }

  /// An office above all districts is its own.
  private static OfficeId districtOf(
      OfficeId id, DistrictFolder.Unit unit, @Nullable Office parent) {
    if (unit.kind().equals("district") || parent == null) return id;
    boolean within = isDistrict(parent) || !parent.district().equals(parent.id());
    return within ? parent.district() : id;
  }

  private Office.Facts facts(DistrictFolder.Unit unit) {
    return new Office.Facts(
        unit.kind(),
        unit.code(),
        full(unit, unit.nameHi(), DistrictFolder.OfficeName::hi),
        full(unit, unit.nameEn(), DistrictFolder.OfficeName::en),
        shorts.office(unit.id(), unit.nameHi()),
        unit.aliases() == null ? List.of() : unit.aliases());
  }

  /// The office's name as it is written out; in short forms it stays as the files have it.
  private String full(
      DistrictFolder.Unit unit, String name, Function<DistrictFolder.OfficeName, String> pattern) {
    var patterns =
        Objects.requireNonNullElse(load.officeNames(), List.<DistrictFolder.OfficeName>of());
    return patterns.stream()
        .filter(one -> one.names(unit))
        .findFirst()
        .map(one -> pattern.apply(one).replace("{0}", name))
        .orElse(name);
  }

  private static boolean isDistrict(Office office) {
    return office.facts().kind().equals("district");
  }

  private void posts(DistrictFolder.Unit unit) {
    Planned planned = Objects.requireNonNull(offices.get(unit.id()));
    int head = headOf(unit);
    for (int i = 0; i < unit.posts().size(); i++) {
      var post = unit.posts().get(i);
      for (int n = 1; n <= post.count(); n++)
        post(planned, post, post.count() == 1 ? 0 : n, i == head);
    }
    for (var counter : load.counters()) if (counter.isIn(unit)) counter(planned.office(), counter);
  }

  /// The first post of the office heads it: the files name it first.
  private static int headOf(DistrictFolder.Unit unit) {
    return unit.posts().isEmpty() || unit.posts().getFirst().count() > 1 ? -1 : 0;
  }

  private void post(Planned planned, DistrictFolder.UnitPost post, int serial, boolean head) {
    Office office = planned.office();
    String plain = Marks.of(post.abbreviation(), office.facts().code(), 0);
    String shortHi =
        shorts.of(plain, post.designationHi(), serial, planned.unit(), office.facts().nameHi());
    var facts =
        new Post.Facts(
            post.designationHi(), post.designationEn(), shortHi, post.rank(), head, false);
    put(office, post.abbreviation(), serial, facts, post.status().equals("confirmed"));
  }

  private void counter(Office office, DistrictFolder.Counter counter) {
    String shortHi = Marks.shorten(counter.shortHi() + " " + office.facts().shortHi());
    var facts =
        new Post.Facts(
            counter.designationHi(), counter.designationEn(), shortHi, "constable", false, true);
    String mark = put(office, counter.abbreviation(), 0, facts, false);
    members.put(mark, counter.members().stream().map(member -> markOf(member, office)).toList());
  }

  /// `CM-1` of the office `GSG` is `CM-GSG-1`.
  private static String markOf(String member, Office office) {
    int dash = member.indexOf('-');
    return dash < 0
        ? Marks.of(member, office.facts().code(), 0)
        : Marks.of(
            member.substring(0, dash),
            office.facts().code(),
            Integer.parseInt(member.substring(dash + 1)));
  }

  private String put(
      Office office, String abbreviation, int serial, Post.Facts facts, boolean confirmed) {
    String mark = Marks.of(abbreviation, office.facts().code(), serial);
    var row =
        new PostStore.Row(
            PostId.next(),
            office.id(),
            office.district(),
            abbreviation,
            serial,
            mark,
            facts,
            confirmed,
            load.from());
    if (posts.put(mark, row) != null)
      throw new IllegalStateException("two posts have the mark " + mark);
    return mark;
  }

  LocalDate from() {
    return load.from();
  }

  OfficeId district() {
    return theDistrict().id();
  }

  String districtCode() {
    return theDistrict().facts().code();
  }

  private Office theDistrict() {
    return offices().stream()
        .filter(DistrictPlan::isDistrict)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("organisation.json has no district"));
  }

  /// Parents before what lies under them.
  List<Office> offices() {
    return offices.values().stream().map(Planned::office).toList();
  }

  List<OfficeId> roots() {
    return offices().stream().filter(office -> office.parent() == null).map(Office::id).toList();
  }

  List<PostStore.Row> posts() {
    return new ArrayList<>(posts.values());
  }

  /// The post with this mark.
  PostId post(String mark) {
    PostStore.Row row = posts.get(mark);
    if (row == null) throw new IllegalStateException("no post has the mark " + mark);
    return row.id();
  }

  /// Marks of those who work a counter, by the counter's mark; some may name no post.
  Map<String, List<String>> members() {
    return members;
  }

  /// Whether the post's office only writes and is written to.
  boolean isOutside(PostStore.Row post) {
    return offices().stream()
        .anyMatch(office -> office.outside() && office.id().equals(post.office()));
  }

  Map<String, List<MasterSeed.Line>> masters() {
    return load.masters();
  }
}
