package karyalay.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Loads a district from its folder into the database in one logged act. After that every row is
/// data that the district edits; the folder is not read again.
@Service
@Transactional
public class DistrictLoader {
  private final OfficeStore offices;
  private final PostStore posts;
  private final PersonStore persons;
  private final ChargeStore charges;
  private final CalendarStore calendar;
  private final MasterStore masterStore;
  private final Masters masters;
  private final Places places;
  private final Changes changes;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final JdbcClient db;
  private final JsonMapper json;

  DistrictLoader(
      OfficeStore offices,
      PostStore posts,
      PersonStore persons,
      ChargeStore charges,
      CalendarStore calendar,
      MasterStore masterStore,
      Masters masters,
      Places places,
      Changes changes,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      JdbcClient db,
      JsonMapper json) {
    this.offices = offices;
    this.posts = posts;
    this.persons = persons;
    this.charges = charges;
    this.calendar = calendar;
    this.masterStore = masterStore;
    this.masters = masters;
    this.places = places;
    this.changes = changes;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.db = db;
    this.json = json;
  }

  /// Whether any district is in the database.
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return !db.sql("SELECT EXISTS (SELECT FROM organisation.office WHERE kind = 'district')")
        .query(Boolean.class)
        .single();
  }

  /// The district with this code, as `KNJ`.
  @Transactional(readOnly = true)
  public Optional<OfficeId> district(String code) {
    return db.sql("SELECT id FROM organisation.office WHERE kind = 'district' AND code = ?")
        .param(code)
        .query(UUID.class)
        .optional()
        .map(OfficeId::new);
  }

  /// Loads a district with an invented person on every post, for a demonstration.
  ///
  /// @throws Refused `DISTRICT_LOADED`
  public OfficeId demonstration(Resource folder) {
    return load(folder, null);
  }

  /// Loads a district for real work: offices and posts, no people but one administrator, who holds
  /// the post that the setting `administrator-post` names.
  ///
  /// @throws Refused `DISTRICT_LOADED`, and those of {@link Persons#enter}
  public OfficeId live(Resource folder, Person.Facts administrator) {
    PersonRules.check(administrator);
    return load(folder, administrator);
  }

  private OfficeId load(Resource resource, Person.@Nullable Facts administrator) {
    var folder = new DistrictFolder(resource, json);
    var plan = DistrictPlan.of(folder.units(), folder.load());
    if (district(plan.districtCode()).isPresent())
      throw new Refused(OrganisationRefusal.DISTRICT_LOADED);
    Act act = Act.of(TheProgram.ACTOR);
    acts.once(act, plan.district().value(), () -> write(act, folder, plan, administrator));
    return plan.district();
  }

  private void write(
      Act act, DistrictFolder folder, DistrictPlan plan, Person.@Nullable Facts administrator) {
    plan.offices().forEach(offices::add);
    posts.add(plan.posts());
    plan.offices().forEach(office -> posts.refresh(office.id().value()));
    plan.roots().forEach(root -> posts.redraw(root.value()));
    plan.masters().forEach((kind, lines) -> masters(plan, kind, lines));
    calendar(folder.calendar(), plan);
    places(folder, plan);
    int people =
        administrator == null
            ? people(new Staffing(plan, folder.demonstration(), time.today()))
            : appoint(plan, administrator);
    masters.forget();
    log(act, plan, people);
  }

  private void masters(DistrictPlan plan, String kind, List<MasterSeed.Line> lines) {
    for (var line : lines)
      masterStore.add(
          Ids.next(), plan.district(), kind, line.code(), line.facts(), plan.from(), LocalDate.MAX);
  }

  private void calendar(DistrictFolder.Calendar days, DistrictPlan plan) {
    for (var rule : days.weekly())
      calendar.addRule(
          Ids.next(),
          plan.district(),
          new WeeklyRule.Facts(rule.weekday(), rule.nth(), false, plan.from()));
    for (var day : days.holidays())
      calendar.add(
          Ids.next(),
          plan.district(),
          new Holiday.Facts(day.day(), false, day.hi(), day.en(), day.confirmed()));
  }

  private void places(DistrictFolder folder, DistrictPlan plan) {
    var rows = new java.util.ArrayList<Places.Row>();
    for (String[] cells : folder.rows("lgd.csv"))
      if (!cells[0].equals("state"))
        rows.add(
            new Places.Row(
                Ids.next(), plan.district(), cells[0], cells[1], cells[3], cells[2], cells[5]));
    for (String[] cells : folder.rows("villages.csv"))
      rows.add(
          new Places.Row(Ids.next(), plan.district(), "village", null, null, cells[2], cells[1]));
    places.add(rows, plan.from());
  }

  private int people(Staffing staffing) {
    persons.add(staffing.persons());
    charges.add(staffing.charges());
    return staffing.persons().size();
  }

  private int appoint(DistrictPlan plan, Person.Facts facts) {
    PersonId id = new PersonId(UUID.randomUUID());
    String mark =
        plan.masters().getOrDefault("SETTING", List.of()).stream()
            .filter(line -> line.code().equals("administrator-post"))
            .map(line -> String.valueOf(line.facts().data().get("value")))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("load.json names no administrator-post"));
    PostId post = plan.post(mark);
    persons.add(List.of(new PersonStore.Row(id, facts, plan.from())));
    charges.add(
        List.of(
            new ChargeStore.Row(
                Ids.next(),
                new Charge.Facts(id, post, Capacity.REGULAR, plan.from(), LocalDate.MAX))));
    return 1;
  }

  private void log(Act act, DistrictPlan plan, int people) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("offices", plan.offices().size());
    counts.put("posts", plan.posts().size());
    counts.put("people", people);
    changes.note(
        act, Changes.Kind.DISTRICT, plan.district().value(), plan.from(), Map.of(), counts);
    ledger.append(
        act, new Entry("organisation.district_loaded", "office/" + plan.district(), counts));
  }
}
