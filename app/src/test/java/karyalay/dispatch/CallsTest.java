package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;
import static karyalay.dispatch.SignedLetters.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.Nature;
import karyalay.drafts.Party;
import karyalay.files.InFiles;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class CallsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired Dispatching dispatching;
  @Autowired DispatchReading reading;
  @Autowired CarriageWorker worker;
  @Autowired Calls calls;
  @Autowired Replies replies;
  @Autowired Reminders reminders;
  @Autowired LetterReading drafts;
  @Autowired Reading desk;
  @Autowired Movements movements;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;
  List<Given.Thana> thanas = new ArrayList<>();
  Seat sp;
  PaperId file;
  LetterId letter;

  @BeforeEach
  void a_circular_to_three_thanas() {
    district = given.district();
    thanas.clear();
    for (String name : List.of("सौरिख", "तालग्राम", "छिबरामऊ")) thanas.add(district.thana(name));
    sp = district.sp;
    file = in.open(sp);
    letter = signed.letter(sp, file, sp, parties());
  }

  private Party[] parties() {
    return thanas.stream().map(thana -> to(thana.sho().post())).toArray(Party[]::new);
  }

  @Test
  @Holds({"OP-82", "OP-81"})
  void the_grid_of_a_circular_fills_as_the_offices_open_and_answer_and_defaulters_are_reminded() {
    UUID call = calls.open(sp.act(), letter, Call.Kind.CIRCULAR, time.today());
    assertThat(grid(call).count(Grid.Stage.NOT_SENT)).isEqualTo(3);
    sendAll(letter);
    assertThat(grid(call).sent()).isEqualTo(3);

    Seat first = thanas.get(0).sho();
    PaperId dak = dakOf(letter, first);
    movements.open(first.act(), dak);
    assertThat(grid(call).read()).isEqualTo(1);
    Seat second = thanas.get(1).sho();
    replies.answer(second.act(), dakOf(letter, second), "", "निर्देशों का अनुपालन किया गया");
    assertThat(grid(call).complied()).isEqualTo(1);
    assertThat(grid(call).defaulting()).isZero();

    targetWas(call, time.today().minusDays(1));
    Grid late = grid(call);
    assertThat(late.defaulting()).isEqualTo(2);
    assertThat(late.complied()).isEqualTo(1);
    LetterId one = reminders.remind(sp.act(), letter, List.of());
    var words = drafts.open(one, sp.scope()).words();
    assertThat(words.nature()).isEqualTo(Nature.REMINDER);
    assertThat(words.subject()).startsWith("अनुस्मारक-I:");
    assertThat(words.reference()).contains(signed.number(letter));
    assertThat(words.parties()).as("not who has answered").hasSize(2);
    LetterId two = reminders.remind(sp.act(), letter, List.of());
    assertThat(drafts.open(two, sp.scope()).words().subject()).startsWith("अनुस्मारक-II:");
    assertThat(grid(call).reminders()).isEqualTo(2);
  }

  @Test
  @Holds("OP-81")
  void reminders_stop_on_reply() {
    sendAll(letter);
    for (Given.Thana thana : thanas)
      replies.answer(thana.sho().act(), dakOf(letter, thana.sho()), "", "अनुपालन किया गया");
    refused(ALL_ANSWERED, () -> reminders.remind(sp.act(), letter, List.of()));
  }

  @Test
  void what_was_sent_to_nobody_is_not_reminded_of() {
    refused(NOT_SENT_YET, () -> reminders.remind(sp.act(), letter, List.of()));
  }

  @Test
  @Holds({"OP-83", "OP-44"})
  void an_open_call_holds_its_file_runs_a_clock_at_each_desk_and_ends_with_the_answer() {
    LocalDate target = time.today().plusDays(5);
    UUID call = calls.open(sp.act(), letter, Call.Kind.REPORT, target);
    sendAll(letter);
    Seat sho = thanas.getFirst().sho();
    PaperId dak = dakOf(letter, sho);
    assertThat(clock(dak)).isEqualTo(target);
    refused(DeskRefusal.HELD, () -> movements.move(sp.act(), file, new Move.Close("समाप्त")));

    assertThat(replies.open(sho.scope())).extracting(Asked::paper).contains(dak);
    replies.answer(sho.act(), dak, "", "आख्या: कोई विवेचना लंबित नहीं है");
    assertThat(runs(dak)).isFalse();
    assertThat(replies.open(sho.scope())).isEmpty();
    refused(ANSWERED_ALREADY, () -> replies.answer(sho.act(), dak, "", "फिर"));

    refused(ANSWERS_MISSING, () -> calls.close(sp.act(), call, ""));
    LetterId answer = calls.consolidate(sp.act(), call);
    var words = drafts.open(answer, sp.scope()).words();
    assertThat(words.nature()).isEqualTo(Nature.REPLY);
    assertThat(words.body().plain())
        .contains("आख्या: कोई विवेचना लंबित नहीं है", "नियत तिथि तक उत्तर अप्राप्त");
    calls.close(sp.act(), call, "शेष से दूरभाष पर लिया गया");
    assertThat(runs(dakOf(letter, thanas.get(1).sho()))).isFalse();
    refused(CALL_CLOSED, () -> calls.close(sp.act(), call, "फिर"));
    Seat late = thanas.get(2).sho();
    refused(CALL_CLOSED, () -> replies.answer(late.act(), dakOf(letter, late), "", "देर से"));
  }

  @Test
  @Holds("OP-83")
  void a_call_begun_on_a_paper_writes_its_letter_and_counts_from_the_first_day() {
    UUID call =
        calls.ask(
            sp.act(),
            file,
            district.spOffice.id(),
            "लंबित सम्मन की आख्या",
            time.today().plusDays(3),
            List.of(parties()));
    Grid grid = grid(call);
    assertThat(grid.call().number()).isEmpty();
    assertThat(grid.lines()).as("nobody is known before it is signed").isNotNull();
    signed.sign(grid.call().letter(), sp);
    sendAll(grid.call().letter());
    assertThat(grid(call).lines()).hasSize(3);
    assertThat(grid(call).sent()).isEqualTo(3);
    refused(
        CALLED_ALREADY,
        () -> calls.open(sp.act(), grid.call().letter(), Call.Kind.REPORT, time.today()));
    refused(
        TARGET_PASSED,
        () ->
            calls.ask(
                sp.act(),
                file,
                district.spOffice.id(),
                "कल तक",
                time.today().minusDays(1),
                List.of(parties())));
  }

  @Test
  @Holds("OP-83")
  void a_reply_begun_on_the_receipt_answers_by_itself_when_it_is_sent() {
    UUID call = calls.open(sp.act(), letter, Call.Kind.REPORT, time.today().plusDays(2));
    sendAll(letter);
    Given.Thana thana = thanas.getFirst();
    PaperId dak = dakOf(letter, thana.sho());
    LetterId reply = signed.letter(thana.sho(), dak, thana.sho(), Nature.REPLY, to(sp.post()));
    dispatching.send(thana.sho().act(), reply, List.of(1), new Conveyance.OwnOffice());
    Grid.Line line =
        grid(call).lines().stream()
            .filter(one -> one.stage() == Grid.Stage.COMPLIED)
            .findFirst()
            .orElseThrow();
    assertThat(line.replyNumber()).isEqualTo(signed.number(reply));
  }

  @Test
  void an_answer_by_letter_names_a_signed_letter_of_the_own_office() {
    sendAll(letter);
    Given.Thana thana = thanas.getFirst();
    PaperId dak = dakOf(letter, thana.sho());
    LetterId own = signed.letter(thana.sho(), in.open(thana.sho()), thana.sho(), to(sp.post()));
    Given.Thana other = thanas.get(1);
    LetterId foreign = signed.letter(other.sho(), in.open(other.sho()), other.sho(), to(sp.post()));
    refused(
        NO_SUCH_LETTER, () -> replies.answer(thana.sho().act(), dak, signed.number(foreign), ""));
    refused(NO_SUCH_LETTER, () -> replies.answer(thana.sho().act(), dak, "999/2026/XYZ", ""));
    refused(ANSWER_NEEDED, () -> replies.answer(thana.sho().act(), dak, "", " "));
    refused(SharedRefusal.NOT_FOUND, () -> replies.answer(other.sho().act(), dak, "", "मेरा"));
    replies.answer(thana.sho().act(), dak, signed.number(own), "");
  }

  @Test
  void who_only_reads_the_paper_does_not_answer_for_its_holder() {
    sendAll(letter);
    PaperId dak = dakOf(letter, thanas.getFirst().sho());
    refused(DeskRefusal.NOT_WITH_YOU, () -> replies.answer(district.co.act(), dak, "", "मैं"));
  }

  @Test
  void what_came_by_post_is_entered_by_the_office_that_asked_and_by_nobody_else() {
    UUID call = calls.open(sp.act(), letter, Call.Kind.CIRCULAR, time.today());
    refused(NOT_OUT, () -> calls.received(sp.act(), call, 1, "", "दूरभाष पर"));
    sendAll(letter);
    refused(ONLY_OWNER, () -> calls.received(district.asp.act(), call, 1, "", "दूरभाष पर"));
    refused(NO_SUCH_LETTER, () -> calls.received(sp.act(), call, 1, "77/1999/XX", ""));
    calls.received(sp.act(), call, 1, "", "दूरभाष पर अनुपालन बताया");
    assertThat(grid(call).complied()).isEqualTo(1);
  }

  @Test
  @Holds("OP-82")
  void a_circular_to_an_abolished_post_shows_that_it_did_not_arrive() {
    var gone = district.seat(district.circle, "RDR", "वाचक", 30);
    LetterId circular =
        signed.letter(sp, file, sp, to(gone.post()), to(thanas.getFirst().sho().post()));
    UUID call = calls.open(sp.act(), circular, Call.Kind.CIRCULAR, time.today());
    district.abolish(gone.post());
    refused(NO_POST_THERE, () -> sendAll(circular));
    assertThat(grid(call).count(Grid.Stage.NOT_SENT)).isEqualTo(2);
  }

  private void sendAll(LetterId it) {
    var items = reading.items(reading.open(it, sp.scope()));
    dispatching.send(
        sp.act(), it, items.stream().map(Item::serial).toList(), new Conveyance.OwnOffice());
    org.awaitility.Awaitility.await()
        .until(() -> {
          worker.round();
          return reading.items(reading.open(it, sp.scope())).stream()
              .noneMatch(item -> item.state() == ItemState.ON_WAY);
        });
  }

  private Grid grid(UUID call) {
    return calls.grid(call, sp.scope());
  }

  private PaperId dakOf(LetterId it, Seat to) {
    return new PaperId(
        db.sql("SELECT paper FROM dispatch.v_item WHERE letter = ? AND post = ?")
            .params(it.value(), to.post().value())
            .query(UUID.class)
            .single());
  }

  private void targetWas(UUID call, LocalDate target) {
    db.sql("UPDATE dispatch.call SET target = ? WHERE id = ?").params(target, call).update();
  }

  private LocalDate clock(PaperId paper) {
    return OfficeTime.day(
        db.sql(
                """
                SELECT due_at FROM desk.clock WHERE paper = ? AND name = 'REPORT' AND stopped_at IS NULL
                """)
            .param(paper.value())
            .query((row, n) -> row.getTimestamp("due_at").toInstant())
            .single());
  }

  private boolean runs(PaperId paper) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM desk.clock
                           WHERE paper = ? AND name = 'REPORT' AND stopped_at IS NULL)
            """)
        .param(paper.value())
        .query(Boolean.class)
        .single();
  }

  private static void refused(Refused.Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
