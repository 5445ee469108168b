package karyalay.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.access.Credentials;
import karyalay.access.Roles;
import karyalay.devices.HandPins;
import karyalay.organisation.Charge;
import karyalay.organisation.DistrictLoader;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.FirstStart;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/// What the first start does with an empty database: the demonstration district with its people and
/// papers, or, live, the offices and posts alone and one administrator.
@Component
class Demonstration implements FirstStart {
  /// Known to all, so a demonstration listens on its own machine only.
  static final String PASSWORD = "kannauj-2026";

  /// By which people of one office change hands on a machine that was marked shared.
  static final String HAND_PIN = "6173";

  private static final String DISTRICT = "KNJ";
  private static final Actor PROGRAM =
      new Actor(new PersonId(new UUID(0, 0)), new PostId(new UUID(0, 0)), Capacity.SYSTEM);
  private static final Map<String, String> SHOWN = shown();

  private final DistrictLoader loader;
  private final Persons persons;
  private final Credentials credentials;
  private final HandPins handPins;
  private final Roles roles;
  private final Cast cast;
  private final Journeys journeys;
  private final Beginnings beginnings;
  private final CounterPile pile;
  private final OfficeTime time;
  private final Resource folder;
  private final boolean live;

  Demonstration(
      DistrictLoader loader,
      Persons persons,
      Credentials credentials,
      HandPins handPins,
      Roles roles,
      Cast cast,
      Journeys journeys,
      Beginnings beginnings,
      CounterPile pile,
      OfficeTime time,
      ResourceLoader resources,
      @Value("${karyalay.district:}") String folder,
      @Value("${karyalay.live:false}") boolean live) {
    this.loader = loader;
    this.persons = persons;
    this.credentials = credentials;
    this.handPins = handPins;
    this.roles = roles;
    this.cast = cast;
    this.journeys = journeys;
    this.beginnings = beginnings;
    this.pile = pile;
    this.time = time;
    this.folder =
        folder.isBlank()
            ? resources.getResource("classpath:district/kannauj/")
            : new FileSystemResource(folder + "/");
    this.live = live;
  }

  private static Map<String, String> shown() {
    var shown = new java.util.LinkedHashMap<String, String>();
    shown.put("SHO-SRK", "SHO, Saurikh");
    shown.put("CO-CCB", "CO Chhibramau");
    shown.put("ASP-ASP", "Additional SP");
    shown.put("SP-SPO", "SP");
    shown.put("RDR-RDR", "Reader to SP");
    shown.put("DRY-DAK", "Dak clerk");
    shown.put("HM-SRK", "Head clerk, Saurikh");
    shown.put("COP-CCT-1", "Administrator");
    return shown;
  }

  @Override
  public void prepare() {
    if (!loader.isEmpty()) return;
    if (live) prepareLive();
    else prepareDemonstration();
  }

  private void prepareLive() {
    var facts =
        new Person.Facts(
            "900000001",
            "जनपद प्रशासक",
            "District administrator",
            "9000000000",
            Person.Gender.OTHER,
            "computer-operator",
            time.today(),
            "");
    loader.live(folder, facts);
    PersonId administrator = persons.byPno(facts.pno()).orElseThrow().id();
    String password = credentials.first(Act.of(PROGRAM), administrator);
    roles.makeAdministrator(Act.of(PROGRAM), administrator, time.today());
    System.out.println(
        "administrator PNO "
            + facts.pno()
            + " password "
            + password
            + " (shown once; a password of your own is asked for)");
  }

  private void prepareDemonstration() {
    System.out.println("loading the demonstration district …");
    OfficeId district = loader.demonstration(folder);
    List<PersonId> people =
        cast.everybody(district).stream().map(Charge::person).distinct().toList();
    credentials.setForAll(Act.of(PROGRAM), people, PASSWORD);
    handPins.setForAll(Act.of(PROGRAM), people, HAND_PIN);
    cast.holder("COP-CCT-1", district).ifPresent(operator -> administrator(operator.person()));
    journeys.begin(SamplePaper.all(), district);
    beginnings.make(district);
    pile.begin(SamplePaper.all(), district);
  }

  private void administrator(PersonId person) {
    roles.makeAdministrator(Act.of(PROGRAM), person, LocalDate.of(2026, 1, 1));
  }

  @Override
  public void tell(PrintStream out) {
    if (live) return;
    Optional<OfficeId> district = loader.district(DISTRICT);
    if (district.isEmpty()) return;
    out.println("demonstration logins, all with password " + PASSWORD + ":");
    SHOWN.forEach((mark, title) ->
        cast.holder(mark, district.get())
            .ifPresent(charge -> out.println(login(pno(charge.person()), mark, title))));
    out.println(
        "hand-over PIN of all of them "
            + HAND_PIN
            + ": the head of an office or the administrator marks a machine as shared under"
            + " /machines, each signs in there once, then «हाथ बदलें» takes name and PIN");
    out.println(
        "passwords and PINs of a demonstration are known to all: it listens on this machine only");
  }

  private static String login(String pno, String mark, String title) {
    String line = "  PNO %s  password %s  %-10s %-20s".formatted(pno, PASSWORD, mark, title);
    boolean signs = DemonstrationKeys.SIGNERS.contains(mark);
    return (signs ? line + "  signing PIN " + DemonstrationKeys.PIN : line).stripTrailing();
  }

  private String pno(PersonId person) {
    return persons.find(person).map(found -> found.facts().pno()).orElse("");
  }
}
