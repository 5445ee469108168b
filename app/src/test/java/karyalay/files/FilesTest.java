package karyalay.files;

import static karyalay.files.FileRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.ledger.Ledger;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class FilesTest {
  @Autowired Given given;
  @Autowired Files files;
  @Autowired Flags flags;
  @Autowired Notes notes;
  @Autowired Parkings parkings;
  @Autowired Reopenings reopenings;
  @Autowired Sheets sheets;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired OnDesks desks;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat co;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    sho = thana.sho();
    co =
        district.head(
            district.office(district.circle, "branch", "शाखा"), "DSP", "पुलिस उपाधीक्षक", 70);
  }

  @Test
  @Holds("OP-37")
  void a_number_is_made_of_heads_or_written_freely_and_a_computer_number_never_returns() {
    PaperId byHeads = files.open(hm.act(), Covers.byHeads("crime", "crime-cyber"), null);
    PaperId free = files.open(hm.act(), Covers.free("विविध-7"), null);
    var one = sheets.of(byHeads, hm.scope());
    var two = sheets.of(free, hm.scope());
    int year = time.today().getYear();
    assertThat(one.cover().number()).startsWith("CRIME-CRIME-CYBER/1/" + year);
    assertThat(one.card().paper().number()).isEqualTo(one.cover().number());
    assertThat(two.cover().number()).isEqualTo("विविध-7");
    assertThat(two.cover().computerNumber()).isGreaterThan(one.cover().computerNumber());
    refused(NUMBER_TAKEN, () -> files.open(sho.act(), Covers.free("विविध-7"), null));
    refused(NUMBER_NEEDED, () -> files.open(hm.act(), Covers.free(" "), null));
    refused(HEAD_UNKNOWN, () -> files.open(hm.act(), Covers.byHeads("no-such-head"), null));
    Seat elsewhere = district.thana("सौरिख").hm();
    assertThat(files.open(elsewhere.act(), Covers.free("विविध-7"), null)).isNotNull();
  }

  @Test
  @Holds("OP-37")
  void a_number_by_heads_passes_over_one_that_was_given_away_freely() {
    String first = number(files.open(hm.act(), Covers.byHeads("crime"), null));
    String second = first.replace("/1/", "/2/");
    files.open(hm.act(), Covers.free(second), null);
    assertThat(number(files.open(hm.act(), Covers.byHeads("crime"), null)))
        .isEqualTo(first.replace("/1/", "/3/"));
  }

  @Test
  @Holds("OP-37")
  void of_many_who_write_the_same_number_at_once_one_opens_the_file() throws Exception {
    Callable<Boolean> opening =
        () -> {
          try {
            files.open(hm.act(), Covers.free("एक ही संख्या"), null);
            return true;
          } catch (Refused refused) {
            assertThat(refused.reason()).isEqualTo(NUMBER_TAKEN);
            return false;
          }
        };
    int opened = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(IntStream.range(0, 6).mapToObj(_ -> opening).toList()))
        if (done.get()) opened++;
    }
    assertThat(opened).isEqualTo(1);
  }

  @Test
  @Holds("OP-38")
  void a_changed_cover_keeps_old_and_new_and_shows_on_the_desk() {
    PaperId file = files.open(hm.act(), Covers.free("आवरण-1"), null);
    files.edit(hm.act(), file, new Cover("नया विषय", "", "hi", "पत्र 5/2025", "", "देखें"));
    var sheet = sheets.of(file, hm.scope());
    assertThat(sheet.card().paper().title()).isEqualTo("नया विषय");
    assertThat(sheets.changes(sheet))
        .extracting(CoverChange::field)
        .containsExactlyInAnyOrder("subject", "earlier", "remarks");
    assertThat(sheets.changes(sheet))
        .filteredOn(change -> change.field().equals("subject"))
        .extracting(CoverChange::old, CoverChange::fresh, CoverChange::mark)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Covers.SUBJECT, "नया विषय", hm.mark()));
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> db.sql("DELETE FROM files.cover_change").update());
    refused(SUBJECT_NEEDED, () -> files.edit(hm.act(), file, new Cover(" ", "", "hi", "", "", "")));
    refused(
        DeskRefusal.NOT_WITH_YOU,
        () -> files.edit(sho.act(), file, new Cover("x", "", "hi", "", "", "")));
  }

  @Test
  @Holds({"OP-28", "OP-60"})
  void letters_get_serials_and_pages_of_their_own_and_move_with_the_file() {
    PaperId file = files.open(hm.act(), Covers.free("पत्राचार-1"), desks.paper(hm));
    PaperId second = desks.paper(hm);
    files.enclose(hm.act(), second, file);
    notes.writeAndSend(hm.act(), file, NewNote.plain("एक।\n\nदो।\n\nतीन।"), to(sho));
    var sheet = sheets.of(file, sho.scope());
    assertThat(sheet.letters()).extracting(Sheet.Letter::serial).containsExactly(1, 2);
    assertThat(sheet.letters()).extracting(Sheet.Letter::from).containsExactly(1, 2);
    assertThat(sheet.cover().pages()).isEqualTo(2);
    assertThat(sheet.cover().paragraphs()).isEqualTo(3);
    assertThat(sheet.letterAt(0).orElseThrow().serial()).isEqualTo(1);
    refused(DeskRefusal.INSIDE_ANOTHER, () -> movements.forward(hm.act(), second, to(sho)));
    refused(NOT_A_RECEIPT, () -> files.enclose(sho.act(), file, file));
  }

  @Test
  @Holds("OP-60")
  void serials_and_pages_run_on_without_a_gap_when_many_put_letters_in_at_once() throws Exception {
    PaperId file = files.open(hm.act(), Covers.free("पत्राचार-2"), null);
    List<Callable<Object>> puts =
        IntStream.range(0, 8)
            .mapToObj(_ -> desks.paper(hm))
            .<Callable<Object>>map(letter ->
                () -> {
                  files.enclose(hm.act(), letter, file);
                  return letter;
                })
            .toList();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(puts)) done.get();
    }
    var letters = sheets.of(file, hm.scope()).letters();
    assertThat(letters).extracting(Sheet.Letter::serial).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(letters).extracting(Sheet.Letter::from).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void the_paper_under_consideration_is_one_and_moves() {
    PaperId file = files.open(hm.act(), Covers.free("विचाराधीन-1"), desks.paper(hm));
    files.enclose(hm.act(), desks.paper(hm), file);
    flags.consider(hm.act(), file, 2);
    assertThat(sheets.of(file, hm.scope()).letters())
        .extracting(Sheet.Letter::underConsideration)
        .containsExactly(false, true);
    assertThat(sheets.of(file, hm.scope()).letterAt(0).orElseThrow().serial()).isEqualTo(2);
  }

  @Test
  @Holds({"OP-43", "OP-38"})
  void only_the_opening_post_closes_and_only_after_approval_by_rank() {
    PaperId file = files.open(hm.act(), Covers.free("बंद-1"), null);
    refused(APPROVAL_NEEDED, () -> files.close(hm.act(), file, "निस्तारित", "c"));
    notes.writeAndSend(hm.act(), file, NewNote.plain("बंद करना प्रस्तावित है।"), to(sho));
    refused(
        RANK_TOO_LOW,
        () -> notes.write(sho.act(), file, NewNote.of(NoteKind.CLOSING_APPROVAL, "अनुमोदित")));
    notes.writeAndSend(sho.act(), file, NewNote.of(NoteKind.AGREEMENT, ""), to(co));
    refused(ONLY_MAKER_CLOSES, () -> files.close(co.act(), file, "निस्तारित", "c"));
    notes.writeAndSend(co.act(), file, NewNote.of(NoteKind.CLOSING_APPROVAL, "अनुमोदित"), to(hm));
    refused(RECORD_CLASS_NEEDED, () -> files.close(hm.act(), file, "निस्तारित", ""));
    refused(RECORD_CLASS_NEEDED, () -> files.close(hm.act(), file, "निस्तारित", "zz"));
    files.close(hm.act(), file, "निस्तारित", "c");
    var closed = sheets.of(file, hm.scope());
    assertThat(closed.card().paper().place().code()).isEqualTo("CLOSED");
    assertThat(closed.cover().recordClass()).isEqualTo("c");
    assertThat(sheets.changes(closed)).extracting(CoverChange::field).contains("record-class");
    refused(DeskRefusal.CLOSED, () -> notes.write(hm.act(), file, NewNote.plain("और")));
  }

  @Test
  @Holds("OP-43")
  void a_closed_file_is_reopened_by_its_closer_once_an_officer_of_rank_agrees() {
    PaperId file = closed("पुनः-1");
    refused(APPROVAL_NEEDED, () -> reopenings.reopen(hm.act(), file, "नया तथ्य"));
    refused(RANK_TOO_LOW, () -> reopenings.approve(sho.act(), file, ""));
    reopenings.approve(co.act(), file, "पुनः देखें");
    refused(DeskRefusal.ONLY_CLOSER_REOPENS, () -> reopenings.reopen(co.act(), file, "नया तथ्य"));
    refused(DeskRefusal.REASON_NEEDED, () -> reopenings.reopen(hm.act(), file, " "));
    reopenings.reopen(hm.act(), file, "नया तथ्य");
    assertThat(sheets.of(file, hm.scope()).card().paper().place().code()).isEqualTo("DESK");
    refused(NOT_CLOSED_FOR_APPROVAL, () -> reopenings.approve(co.act(), file, ""));
    refused(APPROVAL_NEEDED, () -> files.close(hm.act(), file, "पुराने अनुमोदन पर", "c"));
    assertThat(desks.acts(file))
        .containsSubsequence("desk.closed", "files.reopening_approved", "desk.reopened");
  }

  @Test
  @Holds("OP-43")
  void an_approval_serves_one_reopening_only() {
    PaperId file = closed("पुनः-2");
    reopenings.approve(co.act(), file, "");
    reopenings.reopen(hm.act(), file, "नया तथ्य");
    notes.writeAndSend(hm.act(), file, NewNote.plain("पुनः बंद"), to(co));
    notes.writeAndSend(co.act(), file, NewNote.of(NoteKind.CLOSING_APPROVAL, "हाँ"), to(hm));
    files.close(hm.act(), file, "निस्तारित", "c");
    refused(APPROVAL_NEEDED, () -> reopenings.reopen(hm.act(), file, "फिर"));
  }

  @Test
  @Holds("OP-44")
  void a_file_on_which_something_is_open_does_not_close() {
    PaperId file = files.open(co.act(), Covers.free("रोक-1"), null);
    desks.hold(file, "part/1", "CLOSING", "खण्ड पत्रावली खुली है");
    refused(DeskRefusal.HELD, () -> files.close(co.act(), file, "निस्तारित", "c"));
    desks.lift(file, "part/1");
    files.close(co.act(), file, "निस्तारित", "c");
    assertThat(sheets.of(file, co.scope()).card().paper().place().code()).isEqualTo("CLOSED");
  }

  @Test
  @Holds("OP-42")
  void parking_needs_a_reason_and_a_date_or_an_event() {
    PaperId file = files.open(hm.act(), Covers.free("प्रतीक्षा-1"), null);
    refused(DATE_OR_EVENT_NEEDED, () -> parkings.park(hm.act(), file, null, false, "उत्तर"));
    refused(DeskRefusal.REASON_NEEDED, () -> parkings.park(hm.act(), file, null, true, " "));
    refused(
        DeskRefusal.DATE_PASSED, () -> parkings.park(hm.act(), file, time.today(), false, "उत्तर"));
    parkings.park(hm.act(), file, time.today().plusDays(3), false, "उत्तर की प्रतीक्षा");
    assertThat(sheets.of(file, hm.scope()).letterAwaited()).isFalse();
    refused(DeskRefusal.PARKED, () -> files.enclose(hm.act(), desks.paper(hm), file));
  }

  @Test
  @Holds("OP-42")
  void a_file_that_waits_for_a_letter_is_taken_up_by_it() {
    PaperId file = files.open(hm.act(), Covers.free("प्रतीक्षा-2"), null);
    parkings.park(hm.act(), file, null, true, "आख्या की प्रतीक्षा");
    assertThat(sheets.of(file, hm.scope()).letterAwaited()).isTrue();
    files.enclose(hm.act(), desks.paper(hm), file);
    var sheet = sheets.of(file, hm.scope());
    assertThat(sheet.card().paper().place().code()).isEqualTo("DESK");
    assertThat(sheet.letters()).hasSize(1);
    assertThat(desks.acts(file)).containsSubsequence("desk.parked", "desk.resumed");
  }

  @Test
  @Holds("OP-41")
  void a_file_is_pulled_back_until_it_is_opened_and_its_green_note_stays() {
    PaperId file = files.open(hm.act(), Covers.free("वापसी-1"), null);
    notes.writeAndSend(hm.act(), file, NewNote.plain("भेजी"), to(sho));
    movements.move(hm.act(), file, new Move.PullBack());
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(1);
    notes.writeAndSend(hm.act(), file, NewNote.plain("अब भेजी"), to(sho));
    movements.open(sho.act(), file);
    refused(DeskRefusal.OPENED_ALREADY, () -> movements.move(hm.act(), file, new Move.PullBack()));
    assertThat(desks.acts(file)).contains("desk.pulled_back");
  }

  @Test
  void the_usual_next_post_is_the_senior_going_up_and_the_sender_below_coming_down() {
    PaperId file = files.open(hm.act(), Covers.free("अगला-1"), null);
    assertThat(first(file, hm)).isEqualTo(sho.mark());
    notes.writeAndSend(hm.act(), file, NewNote.plain("ऊपर"), to(sho));
    assertThat(first(file, sho)).isEqualTo(district.co.mark());
    notes.writeAndSend(sho.act(), file, NewNote.plain("ऊपर"), to(district.co));
    notes.writeAndSend(district.co.act(), file, NewNote.of(NoteKind.ORDER, "जाँच करें"), to(sho));
    assertThat(first(file, sho)).isEqualTo(hm.mark());
    assertThat(sheets.of(file, hm.scope()).suggestions()).isEmpty();
  }

  private String first(PaperId file, Seat reader) {
    return sheets.of(file, reader.scope()).suggestions().getFirst().post().mark();
  }

  private String number(PaperId file) {
    return sheets.of(file, hm.scope()).cover().number();
  }

  private PaperId closed(String number) {
    PaperId file = files.open(hm.act(), Covers.free(number), null);
    notes.writeAndSend(hm.act(), file, NewNote.plain("बंद करना प्रस्तावित है।"), to(co));
    notes.writeAndSend(co.act(), file, NewNote.of(NoteKind.CLOSING_APPROVAL, "हाँ"), to(hm));
    files.close(hm.act(), file, "निस्तारित", "c");
    return file;
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }

  private static void refused(Refused.Reason reason, Runnable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act::run)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
