package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;
import static org.assertj.core.api.Assertions.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.demo.Told;
import karyalay.desk.TrayFilter.Whose;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A counter worked by several at once.
@KaryalayTest
class ClaimsTest {
  private static final String KRUTIDEV = "mDr izdj.k esa tkap dh tk jgh gS fd vkosnd dk";

  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Claims claims;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Trails trails;
  @Autowired Trays trays;
  @Autowired Masters masters;
  @Autowired OfficeTime time;
  @Autowired Api api;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat cm;
  PaperId letter;

  @BeforeEach
  void a_thanas_dak_counter_with_two_clerks() {
    district = given.district();
    thana = district.thana("सौरिख");
    hm = thana.hmAtCounter();
    Seat constable = district.seat(thana.office(), "CM", "आरक्षी मोहर्रिर", 15);
    cm = district.charge(constable, thana.counter(), Capacity.MEMBER);
    letter = desks.paper(hm);
  }

  @Test
  @Holds({"OP-123", "B-41"})
  void of_two_clerks_who_claim_one_letter_at_the_same_instant_one_has_it() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        PaperId contested = desks.paper(hm);
        int won = 0;
        var presses = List.of(press(hm, contested), press(cm, contested));
        for (var outcome : pool.invokeAll(presses)) won += outcome.get();
        assertThat(won).isEqualTo(1);
        assertThat(claim(contested)).isNotNull();
        assertThat(desks.acts(contested)).containsExactly("desk.made", "desk.claimed");
      }
    }
  }

  private Callable<Integer> press(Seat clerk, PaperId paper) {
    return () -> {
      try {
        claims.take(clerk.act(), paper);
        return 1;
      } catch (Refused refused) {
        assertThat(refused.reason()).isEqualTo(CLAIMED);
        return 0;
      }
    };
  }

  @Test
  @Holds({"OP-123", "B-41", "OP-2"})
  void who_comes_second_reads_who_has_it_and_may_take_it_over_with_a_sentence() {
    claims.take(hm.act(), letter);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> claims.take(cm.act(), letter))
        .satisfies(refused -> assertThat(refused.arguments().toString()).contains(hm.pno()));

    refused(REASON_NEEDED, () -> claims.takeOver(cm.act(), letter, " "));
    refused(SharedRefusal.TOO_LONG, () -> claims.takeOver(cm.act(), letter, "क".repeat(501)));
    refused(REASON_IN_LEGACY_FONT, () -> claims.takeOver(cm.act(), letter, KRUTIDEV));
    assertThat(claim(letter).person()).isEqualTo(hm.person());

    claims.takeOver(cm.act(), letter, "हे0मो0 रात्रि गश्त में हैं");
    assertThat(claim(letter).person()).isEqualTo(cm.person());
    assertThat(desks.acts(letter))
        .containsExactly("desk.made", "desk.claimed", "desk.claim_taken_over");
    var beside = trails.of(letter, hm.scope()).getLast().beside();
    assertThat(beside)
        .extracting(Trails.Margin::word)
        .containsExactly(Trails.Beside.CLAIMED, Trails.Beside.TAKEN_OVER);
    assertThat(beside.getLast().byHi()).contains(cm.pno());
    assertThat(beside.getLast().remark()).isEqualTo("हे0मो0 रात्रि गश्त में हैं");
    assertThat(beside.getLast().capacity()).isEqualTo(Capacity.MEMBER);
    assertThat(persons("desk.claim_taken_over")).containsExactly(cm.person().value());
  }

  @Test
  @Holds("OP-123")
  void a_sleeping_clerk_locks_nothing() {
    claims.take(hm.act(), letter);
    movements.forward(cm.act(), letter, new Move.Forward(thana.sho().post(), Task.MARK, ""));
    var card = reading.card(letter, thana.sho().scope());
    assertThat(card.paper().heldBy(thana.sho().post())).isTrue();
    assertThat(card.claim()).as("a paper that moves on leaves its claim behind").isEmpty();

    movements.move(thana.sho().act(), letter, new Move.SendBack("पता अधूरा"));
    assertThat(reading.card(letter, hm.scope()).claim()).isEmpty();
    claims.take(cm.act(), letter);
    assertThat(claim(letter).person()).isEqualTo(cm.person());
  }

  @Test
  @Holds("OP-123")
  void a_claim_changes_neither_custody_nor_the_counters_clock() {
    Paper before = reading.card(letter, hm.scope()).paper();
    claims.take(hm.act(), letter);
    assertThat(reading.card(letter, hm.scope()).paper()).isEqualTo(before);
  }

  @Test
  @Holds("OP-123")
  void a_claim_lapses_when_the_shift_ends_without_anybody_ending_it() {
    Instant morning = at("2026-01-05T10:00");
    Told.at(
        morning,
        () -> {
          claims.take(hm.act(), letter);
          assertThat(claim(letter).lapses()).isEqualTo(at("2026-01-05T16:00"));
          refused(CLAIMED, () -> claims.take(cm.act(), letter));
        });
    Told.at(
        at("2026-01-05T16:00"),
        () -> {
          assertThat(reading.card(letter, hm.scope()).claim()).isEmpty();
          assertThat(tray(cm, Whose.NOBODY)).contains(letter);
          claims.take(cm.act(), letter);
          assertThat(claim(letter).person()).isEqualTo(cm.person());
        });
  }

  @Test
  @Holds("OP-14")
  void a_district_ends_its_shifts_at_its_own_hours() {
    LocalDate longAgo = Given.LONG_AGO;
    for (String shift : List.of("night", "evening"))
      masters.end(district.sp.act(), district.id, "SHIFT", shift, longAgo);
    var facts = new Master.Facts("दिन", "Day", 1, Map.of("ends", "१४.३०"));
    masters.put(district.sp.act(), district.id, "SHIFT", "day", facts, longAgo);
    var broken = new Master.Facts("भूल", "Slip", 2, Map.of("ends", "दोपहर"));
    masters.put(district.sp.act(), district.id, "SHIFT", "slip", broken, longAgo);
    Told.at(
        at("2026-01-05T10:00"),
        () -> {
          claims.take(hm.act(), letter);
          assertThat(claim(letter).lapses()).isEqualTo(at("2026-01-05T14:30"));
        });
  }

  @Test
  void only_who_has_a_paper_gives_it_back() {
    refused(NOT_YOUR_CLAIM, () -> claims.giveBack(hm.act(), letter));
    claims.take(hm.act(), letter);
    refused(NOT_YOUR_CLAIM, () -> claims.giveBack(cm.act(), letter));
    claims.giveBack(hm.act(), letter);
    assertThat(reading.card(letter, hm.scope()).claim()).isEmpty();
    claims.take(cm.act(), letter);
    assertThat(desks.acts(letter)).contains("desk.claim_returned");
  }

  @Test
  void taken_again_it_is_the_same_members_and_a_double_press_is_one_act() {
    var act = hm.act();
    claims.take(act, letter);
    claims.take(act, letter);
    assertThat(desks.acts(letter)).containsExactly("desk.made", "desk.claimed");
    claims.take(hm.act(), letter);
    assertThat(claim(letter).person()).isEqualTo(hm.person());
    assertThat(claim(letter).since()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
  }

  @Test
  void on_an_officers_desk_nothing_is_taken_and_paper_is_received_first() {
    PaperId his = desks.paper(thana.sho());
    refused(NOT_A_COUNTER, () -> claims.take(thana.sho().act(), his));
    refused(NOT_WITH_YOU, () -> claims.take(hm.act(), his));
    PaperId physical = desks.physical(thana.sho());
    movements.forward(
        thana.sho().act(), physical, new Move.Forward(thana.counter(), Task.ACTION, ""));
    refused(RECEIVE_FIRST, () -> claims.take(hm.act(), physical));
    movements.move(hm.act(), physical, new Move.Receive());
    claims.take(hm.act(), physical);
    assertThat(claim(physical).person()).isEqualTo(hm.person());
  }

  @Test
  @Holds("OP-123")
  void the_tray_shows_who_took_what_and_is_filtered_by_it() {
    PaperId other = desks.paper(hm);
    PaperId free = desks.paper(hm);
    claims.take(hm.act(), letter);
    claims.take(cm.act(), other);
    assertThat(tray(hm, Whose.ME)).containsExactly(letter);
    assertThat(tray(hm, Whose.NOBODY)).containsExactly(free);
    assertThat(tray(hm, Whose.ALL)).containsExactlyInAnyOrder(letter, other, free);
    var taken =
        trays.page(hm.scope(), TrayFilter.all()).stream()
            .filter(row -> row.paper().id().equals(other))
            .findFirst()
            .orElseThrow();
    assertThat(taken.claim().orElseThrow().nameHi()).contains(cm.pno());
  }

  @Test
  void other_systems_take_give_back_and_read_who_has_it() {
    var clerk = api.as(hm);
    String path = "/papers/" + letter + "/claim";
    assertThat(clerk.get(path).<Object>at("$.claim")).isNull();
    assertThat(clerk.post(path, "{}").<Boolean>at("$.claim.mine")).isTrue();
    var other = api.as(cm);
    assertThat(other.post(path, "{}").code()).isEqualTo("desk.CLAIMED");
    assertThat(other.post(path, "{}").rule()).isEqualTo("OP-123");
    PaperId free = desks.paper(hm);
    var many = other.post("/desk/claims", "{\"papers\": [\"%s\", \"%s\"]}".formatted(letter, free));
    assertThat(many.<String>at("$[0].refusal")).contains(hm.pno());
    assertThat(many.<Object>at("$[1].refusal")).isNull();
    assertThat(other.get("/desk?whose=ME").<List<String>>at("$.papers[*].id"))
        .containsExactly(free.toString());
    var over = other.post("/papers/" + letter + "/takeover", "{\"reason\": \"पाली बदली\"}");
    assertThat(over.<Boolean>at("$.claim.mine")).isTrue();
    assertThat(other.get("/papers/" + letter + "/movements").<String>at("$[0].beside[1].word"))
        .isEqualTo("TAKEN_OVER");
    assertThat(other.post(path + "/end", "{}").<Object>at("$.claim")).isNull();
    var stranger = api.as(given.district().thana("तिर्वा").hmAtCounter());
    assertThat(stranger.post(path, "{}").status()).isEqualTo(404);
    assertThat(stranger.get(path).status()).isEqualTo(404);
  }

  private Claim claim(PaperId paper) {
    return reading.card(paper, hm.scope()).claim().orElseThrow();
  }

  private List<PaperId> tray(Seat seat, Whose whose) {
    var filter = new TrayFilter(TrayFilter.Tab.MINE, TrayFilter.What.ALL, null, null, whose, null);
    return trays.page(seat.scope(), filter).stream().map(row -> row.paper().id()).toList();
  }

  private List<java.util.UUID> persons(String act) {
    return db.sql("SELECT person FROM ledger.entry WHERE act = ? AND subject = ?")
        .params(act, "paper/" + letter)
        .query(java.util.UUID.class)
        .list();
  }

  private static Instant at(String indian) {
    return LocalDateTime.parse(indian).atZone(OfficeTime.ZONE).toInstant();
  }

  private static void refused(Refused.Reason reason, Runnable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act::run)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
