package karyalay.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.dak.Marking;
import karyalay.dak.Writing;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.Trails;
import karyalay.files.InFiles;
import karyalay.files.Sheets;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.signatures.Signers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One order on many papers, and what becomes of it on each.
@KaryalayTest
class OrdersTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Orders orders;
  @Autowired OrderReading reading;
  @Autowired TakingBack takingBack;
  @Autowired Reminding reminding;
  @Autowired Delays delays;
  @Autowired Groups groups;
  @Autowired Phrases phrases;
  @Autowired Marking marking;
  @Autowired Movements movements;
  @Autowired Reading papers;
  @Autowired Trails trails;
  @Autowired Sheets sheets;
  @Autowired Signers signers;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  Seat si;

  @BeforeEach
  void a_thana_in_the_morning() {
    district = given.district();
    thana = district.thana("थाना आदेश");
    hm = thana.hm();
    sho = thana.sho();
    si = thana.si();
  }

  private PaperId petition() {
    PaperId paper = arrivals.diariseAndSend(hm, today(Writing.petition()), sho.post());
    movements.move(sho.act(), paper, new Move.Receive());
    return paper;
  }

  private PaperId electronic() {
    var writing =
        today(Writing.letter())
            .with(w -> {
              w.physical = false;
              w.mode = "e-mail";
              w.letterNumber = "ई-" + UUID.randomUUID();
            });
    return arrivals.diarise(hm, writing, arrivals.upload(hm));
  }

  /// Received today, so that its time has not run out.
  private Writing today(Writing writing) {
    return writing.with(w -> w.received = time.today());
  }

  private PaperId file() {
    PaperId file = in.open(hm);
    in.send(hm, file, sho);
    return file;
  }

  private static NewOrder send(String words, PostId... to) {
    return new NewOrder("call-for-report", words, Does.SEND, List.of(to), Task.ENQUIRY, null, "");
  }

  private static NewOrder does(Does does, String words) {
    return new NewOrder("", words, does, List.of(), Task.ACTION, null, "");
  }

  private GivenOrder give(Seat by, NewOrder order, PaperId... on) {
    return reading.of(orders.give(by.act(), List.of(on), order, null), by.scope());
  }

  private Paper seen(PaperId paper, Seat by) {
    return papers.card(paper, by.scope()).paper();
  }

  private void overdue(PaperId paper) {
    desks.happened(paper, 60);
  }

  private static void refused(OrdersRefusal reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  @Holds("OP-130")
  void one_order_typed_once_goes_on_every_paper_with_its_words_its_task_and_its_day() {
    PaperId one = petition();
    PaperId two = petition();
    LocalDate day = time.today().plusDays(5);
    var order =
        new NewOrder(
            "", "मौके पर जाकर आख्या दें", Does.SEND, List.of(si.post()), Task.ENQUIRY, day, "");
    GivenOrder result = give(sho, order, one, two);

    assertThat(result.done()).isEqualTo(2);
    for (PaperId paper : List.of(one, two)) {
      assertThat(seen(paper, si).heldBy(si.post())).isTrue();
      assertThat(seen(paper, si).task()).isEqualTo(Task.ENQUIRY);
      var last = trails.of(paper, si.scope()).getLast();
      assertThat(last.remark()).isEqualTo("मौके पर जाकर आख्या दें");
      assertThat(seen(paper, si).dueAt()).isBefore(time.now().plusSeconds(6 * 86400));
    }
  }

  @Test
  @Holds("OP-130")
  void a_paper_that_must_stay_does_not_hold_the_rest_and_says_why() {
    PaperId mine = petition();
    PaperId offence =
        arrivals.diariseAndSend(
            hm,
            Writing.petition()
                .with(w ->
                    w.questions = new karyalay.dak.Questions(null, true, null, null, null, null)),
            sho.post());
    movements.move(sho.act(), offence, new Move.Receive());
    var close =
        new NewOrder("", "दाखिल दफ्तर", Does.CLOSE, List.of(), Task.ACTION, null, "party-absent");
    GivenOrder result = give(sho, close, offence, mine);

    assertThat(result.done()).isEqualTo(1);
    assertThat(result.stayed()).isEqualTo(1);
    assertThat(result.lines().getFirst().refusal()).isEqualTo("refusal.dak.COGNIZABLE");
    assertThat(seen(mine, sho).place()).isInstanceOf(Place.Closed.class);
    assertThat(seen(offence, sho).place()).isInstanceOf(Place.OnDesk.class);
  }

  @Test
  @Holds("OP-130")
  void the_same_press_twice_gives_it_once() {
    PaperId paper = petition();
    Act act = sho.act();
    UUID first = orders.give(act, List.of(paper), send("जाँच करें", si.post()), null);
    UUID second = orders.give(act, List.of(paper), send("जाँच करें", si.post()), null);
    assertThat(second).isEqualTo(first);
    assertThat(trails.of(paper, si.scope())).hasSize(4);
    assertThat(reading.of(first, sho.scope()).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.refusal()).isEmpty());
  }

  @Test
  @Holds("OP-130")
  void one_paper_goes_to_a_group_each_with_its_own_trail_and_the_replies_gather() {
    Given.Thana other = district.thana("थाना दूसरा");
    PaperId letter = electronic();
    arrivals.send(hm, letter, district.co.post());
    List<PostId> all = groups.posts("all-station-heads", signers.caller(district.co));
    assertThat(all).containsExactlyInAnyOrder(sho.post(), other.sho().post());

    var order =
        new NewOrder(
            "", "अनुपालन कर आख्या दें", Does.SEND, all, Task.REPORT, time.today().plusDays(3), "");
    GivenOrder result = give(district.co, order, letter);
    assertThat(result.lines()).hasSize(2).allMatch(GivenOrder.Line::moved);

    PaperId theirs =
        result.lines().stream()
            .filter(line -> line.to().orElseThrow().mark().equals(other.sho().mark()))
            .findFirst()
            .orElseThrow()
            .paper();
    marking.send(other.sho().act(), List.of(theirs), Arrivals.order(district.co.post()));
    assertThat(reading.given(district.co.scope(), GivenFilter.BACK))
        .singleElement()
        .satisfies(back -> {
          assertThat(back.paper()).isEqualTo(theirs);
          assertThat(back.to().mark()).isEqualTo(other.sho().mark());
          assertThat(back.words()).isEqualTo("अनुपालन कर आख्या दें");
          assertThat(back.due()).isEqualTo(time.today().plusDays(3));
        });
    assertThat(reading.counts(district.co.scope()).waiting()).isEqualTo(1);
  }

  @Test
  void a_group_holds_what_lies_under_the_givers_office_today() {
    var reader = signers.caller(district.reader);
    district.thana("थाना नया");
    assertThat(groups.posts("all-station-heads", reader)).hasSize(2);
    assertThat(groups.posts("own-office", signers.caller(sho)))
        .containsExactlyInAnyOrder(thana.ssi().post(), si.post(), hm.post());
    refused(
        OrdersRefusal.GROUP_EMPTY, () -> groups.posts("all-circle-officers", signers.caller(sho)));
    refused(OrdersRefusal.GROUP_UNKNOWN, () -> groups.posts("nobody", reader));
  }

  @Test
  @Holds("OP-130")
  void on_a_file_the_order_is_a_green_note_signed_with_the_open_key() {
    PaperId file = file();
    signers.registered(sho);
    try (var key = signers.unlocked(sho)) {
      orders.give(sho.act(), List.of(file), does(Does.SEND, "यथाप्रस्तावित"), key);
    }
    assertThat(seen(file, hm).heldBy(hm.post())).isTrue();
    var note = sheets.of(file, hm.scope()).notes().getLast();
    assertThat(note.signature()).isNotNull();
    assertThat(note.kind()).isEqualTo(karyalay.files.NoteKind.ORDER);
  }

  @Test
  void a_file_goes_to_one_post_only() {
    PaperId file = file();
    GivenOrder result = give(sho, send("जाँच करें", si.post(), thana.ssi().post()), file);
    assertThat(result.lines().getFirst().refusal()).isEqualTo("refusal.orders.FILE_TO_MANY");
    assertThat(seen(file, sho).heldBy(sho.post())).isTrue();
  }

  @Test
  void with_an_objection_it_goes_back_to_whoever_sent_it() {
    PaperId receipt = petition();
    PaperId file = file();
    PaperId own = in.open(sho);
    GivenOrder result = give(sho, does(Does.BACK, "आपत्ति सहित वापस"), file, own);
    assertThat(result.done()).isEqualTo(1);
    assertThat(result.lines().getLast().refusal()).isEqualTo("refusal.orders.ADDRESSEE_NEEDED");
    give(sho, does(Does.BACK, "आपत्ति सहित वापस"), receipt);
    assertThat(seen(receipt, hm).heldBy(hm.post())).isTrue();
  }

  @Test
  void nothing_ticked_no_words_and_too_much_are_refused_whole() {
    PaperId paper = petition();
    refused(
        OrdersRefusal.NOTHING_TICKED,
        () -> orders.give(sho.act(), List.of(), send("जाँच", si.post()), null));
    refused(
        OrdersRefusal.WORDS_NEEDED,
        () -> orders.give(sho.act(), List.of(paper), send(" ", si.post()), null));
    refused(
        OrdersRefusal.WORDS_TOO_LONG,
        () -> orders.give(sho.act(), List.of(paper), send("क".repeat(501), si.post()), null));
    var many = java.util.stream.Stream.generate(PaperId::next).limit(101).toList();
    refused(
        OrdersRefusal.TOO_MANY, () -> orders.give(sho.act(), many, send("जाँच", si.post()), null));
  }

  @Test
  @Holds("OP-41")
  void an_order_is_taken_back_paper_by_paper_until_each_is_opened() {
    PaperId one = electronic();
    PaperId two = electronic();
    arrivals.send(hm, one, sho.post());
    arrivals.send(hm, two, sho.post());
    var result = give(sho, send("जाँच करें", si.post()), one, two);
    movements.open(si.act(), two);

    Act act = sho.act();
    assertThat(takingBack.takeBack(act, result.head().id(), "वापस")).containsExactly(one);
    assertThat(takingBack.takeBack(act, result.head().id(), "वापस")).containsExactly(one);
    assertThat(seen(one, sho).heldBy(sho.post())).isTrue();
    assertThat(seen(two, si).heldBy(si.post())).isTrue();
    refused(
        OrdersRefusal.NOTHING_TO_TAKE_BACK,
        () -> takingBack.takeBack(sho.act(), result.head().id(), "वापस"));
  }

  @Test
  @Holds("OP-130")
  void taking_back_what_went_to_a_group_leaves_one_paper_and_no_clutter() {
    PaperId paper = electronic();
    arrivals.send(hm, paper, sho.post());
    var result = give(sho, send("सभी देखें", si.post(), thana.ssi().post()), paper);
    takingBack.takeBack(sho.act(), result.head().id(), "वापस लिया");
    assertThat(seen(paper, sho).place()).isEqualTo(new Place.OnDesk(sho.post()));
    PaperId copy = result.lines().getLast().paper();
    assertThat(copy).isNotEqualTo(paper);
    assertThat(seen(copy, sho).place()).isEqualTo(new Place.Closed(sho.post()));
  }

  @Test
  void what_was_filed_away_is_opened_again_and_a_green_note_stays() {
    PaperId paper = electronic();
    arrivals.send(hm, paper, sho.post());
    var closed = give(sho, does(Does.CLOSE, "दाखिल दफ्तर"), paper);
    takingBack.takeBack(sho.act(), closed.head().id(), "भूल से");
    assertThat(seen(paper, sho).place()).isEqualTo(new Place.OnDesk(sho.post()));

    PaperId file = file();
    var noted = give(sho, does(Does.SEND, "सहमत"), file);
    assertThat(noted.noted()).isTrue();
    takingBack.takeBack(sho.act(), noted.head().id(), "भूल से");
    assertThat(seen(file, sho).heldBy(sho.post())).isTrue();
    assertThat(sheets.of(file, sho.scope()).notes().getLast().paragraphs()).isNotEmpty();
  }

  @Test
  @Holds("OP-52")
  void another_posts_order_is_not_there() {
    var result = give(sho, send("जाँच करें", si.post()), petition());
    assertThatThrownBy(() -> reading.of(result.head().id(), si.scope()))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> takingBack.takeBack(si.act(), result.head().id(), "वापस"))
        .isInstanceOf(Refused.class);
  }

  @Test
  @Holds("OP-90")
  void what_lay_beyond_its_time_goes_on_only_with_a_reason_that_the_senior_sees() {
    PaperId late = electronic();
    arrivals.send(hm, late, sho.post());
    PaperId fresh = electronic();
    arrivals.send(hm, fresh, sho.post());
    overdue(late);
    var first = give(sho, send("जाँच करें", si.post()), late, fresh);
    assertThat(first.done()).isEqualTo(1);
    assertThat(first.lines().getFirst().refusal()).isEqualTo("refusal.orders.DELAY_UNEXPLAINED");

    delays.explain(sho.act(), late, "vip-duty", sho.scope());
    assertThat(give(sho, send("जाँच करें", si.post()), late).done()).isEqualTo(1);
    assertThat(delays.below(district.co.scope()))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.words()).isEqualTo("वीआईपी ड्यूटी");
          assertThat(line.by().mark()).isEqualTo(sho.mark());
        });
    assertThat(delays.below(si.scope())).isEmpty();
  }

  @Test
  @Holds("OP-90")
  void a_reason_given_with_the_order_serves_and_one_for_a_fresh_paper_is_refused() {
    PaperId late = electronic();
    arrivals.send(hm, late, sho.post());
    refused(
        OrdersRefusal.NOT_OVERDUE, () -> delays.explain(sho.act(), late, "election", sho.scope()));
    overdue(late);
    refused(
        OrdersRefusal.REASON_UNKNOWN,
        () -> delays.explain(sho.act(), late, "weather", sho.scope()));
    var order =
        new NewOrder("", "जाँच करें", Does.SEND, List.of(si.post()), Task.ENQUIRY, null, "fsl");
    assertThat(give(sho, order, late).done()).isEqualTo(1);
    assertThat(delays.below(district.co.scope())).hasSize(1);
  }

  @Test
  @Holds({"OP-130", "OP-84"})
  void what_is_waited_for_is_reminded_of_and_stands_more_urgent_with_its_holder() {
    PaperId paper = petition();
    give(sho, send("जाँच करें", si.post()), paper);
    reminding.remind(sho.act(), paper);
    assertThat(seen(paper, si).urgency()).isEqualTo(karyalay.desk.Urgency.PRIORITY);
    assertThat(reading.given(sho.scope(), GivenFilter.WAITING))
        .singleElement()
        .satisfies(it -> assertThat(it.reminders()).isEqualTo(1));
    refused(OrdersRefusal.NOT_WAITED_FOR, () -> reminding.remind(si.act(), paper));
  }

  @Test
  void overdue_stands_first_among_what_is_waited_for() {
    PaperId late = electronic();
    PaperId fresh = electronic();
    for (PaperId paper : List.of(fresh, late)) arrivals.send(hm, paper, sho.post());
    give(sho, send("जाँच करें", si.post()), fresh);
    give(sho, send("जाँच करें", si.post()), late);
    overdue(late);
    assertThat(reading.given(sho.scope(), GivenFilter.WAITING))
        .extracting(GivenPaper::paper)
        .containsExactly(late, fresh);
    assertThat(reading.given(sho.scope(), GivenFilter.OVERDUE)).hasSize(1);
  }

  @Test
  @Holds("OP-130")
  void phrases_of_ones_own_go_before_the_offices_and_those_before_the_shipped() {
    var caller = signers.caller(sho);
    var mine = new NewPhrase(false, "तत्काल मिलें", 1, Does.SEND, Phrase.Goes.LAST, Task.ACTION, 0);
    UUID id = phrases.enter(sho.act(), mine);
    var offices =
        new NewPhrase(true, "बीट सूचना लें", 2, Does.SEND, Phrase.Goes.LAST, Task.ENQUIRY, 2);
    phrases.enter(sho.act(), offices);

    assertThat(phrases.offered(caller).getFirst().wordsHi()).isEqualTo("तत्काल मिलें");
    assertThat(phrases.offered(caller))
        .filteredOn(phrase -> phrase.code().equals("as-proposed"))
        .allMatch(phrase -> phrase.digit() == 0);
    assertThat(phrases.offered(signers.caller(si)))
        .extracting(Phrase::wordsHi)
        .contains("बीट सूचना लें")
        .doesNotContain("तत्काल मिलें");
    refused(OrdersRefusal.ONLY_HEAD_FOR_OFFICE, () -> phrases.enter(si.act(), offices));
    assertThatThrownBy(() -> phrases.end(si.act(), id)).isInstanceOf(Refused.class);
    phrases.end(sho.act(), id);
    assertThat(phrases.offered(caller).getFirst().wordsHi()).isEqualTo("यथाप्रस्तावित");
  }

  @Test
  void to_whom_an_order_of_some_words_last_went_is_offered_the_next_time() {
    give(sho, send("जाँच कर आख्या दें", si.post()), petition());
    var caller = signers.caller(sho);
    var phrase =
        phrases.offered(caller).stream()
            .filter(one -> one.code().equals("call-for-report"))
            .findFirst()
            .orElseThrow();
    assertThat(phrase.last()).extracting(Phrase.Last::mark).isEqualTo(si.mark());
  }
}
