package karyalay.files;

import static karyalay.files.FileRefusal.*;
import static org.assertj.core.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Statements;
import karyalay.Web;
import karyalay.desk.Classification;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class NotesTest {
  @Autowired Given given;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired FileLists lists;
  @Autowired Movements movements;
  @Autowired OnDesks desks;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("विशुनगढ़");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds({"OP-54", "OP-56"})
  void green_notes_are_numbered_across_notes_and_signed_left_and_right() {
    PaperId file = open(hm);
    notes.writeAndSend(hm.act(), file, NewNote.plain("पहला प्रस्तर।\n\nदूसरा प्रस्तर।"), to(sho));
    notes.write(sho.act(), file, NewNote.plain("तीसरा प्रस्तर।"));

    var sheet = sheets.of(file, sho.scope());
    assertThat(sheet.notes()).extracting(Sheet.Note::first).containsExactly(1, 3);
    assertThat(sheet.notes()).extracting(Sheet.Note::right).containsExactly(false, true);
    assertThat(sheet.notes().getFirst().nameHi()).contains(hm.pno());
    assertThat(sheet.cover().paragraphs()).isEqualTo(3);
  }

  @Test
  @Holds("OP-54")
  void nobody_alters_or_deletes_a_green_note_not_even_the_program() {
    PaperId file = open(hm);
    notes.write(hm.act(), file, NewNote.plain("यह नहीं बदलेगा।"));
    for (String sql : List.of("UPDATE files.note SET body = 'x'", "DELETE FROM files.note"))
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> db.sql(sql).update())
          .havingRootCause()
          .withMessageContaining("permission denied");
  }

  @Test
  @Holds("OP-53")
  void a_yellow_note_is_seen_by_its_author_alone_and_goes_when_it_turns_green() {
    PaperId file = open(hm);
    notes.keepDraft(hm.act(), file, "", "अधूरी बात");
    movements.grant(hm.act(), file, sho.post());
    assertThat(sheets.of(file, hm.scope()).draft()).isEqualTo("अधूरी बात");
    assertThat(sheets.of(file, sho.scope()).draft()).isEmpty();
    assertThat(page(sho, file)).doesNotContain("अधूरी बात");

    notes.write(hm.act(), file, NewNote.plain("पूरी बात"));
    assertThat(sheets.of(file, hm.scope()).draft()).isEmpty();
  }

  @Test
  @Holds("OP-55")
  void a_correction_is_a_later_note_that_cites_the_paragraph() {
    PaperId file = open(hm);
    notes.write(hm.act(), file, NewNote.plain("दिनांक 12"));
    notes.write(hm.act(), file, new NewNote(NoteKind.CORRECTION, "दिनांक 13 पढ़ा जाए", 1, null));
    assertThat(sheets.of(file, hm.scope()).notes().getLast().corrects()).isEqualTo(1);
    refused(
        NO_SUCH_PARAGRAPH,
        () -> notes.write(hm.act(), file, new NewNote(NoteKind.CORRECTION, "x", 9, null)));
  }

  @Test
  @Holds("OP-57")
  void an_oral_order_is_listed_until_its_officer_confirms_it() {
    PaperId file = open(hm);
    notes.write(
        hm.act(), file, new NewNote(NoteKind.ORAL_ORDER, "गश्त बढ़ाई जाए", null, sho.post()));
    var awaited = lists.awaited(sho.scope());
    assertThat(awaited).extracting(AwaitedOrder::text).containsExactly("गश्त बढ़ाई जाए");
    var note = awaited.getFirst().note();
    assertThat(lists.awaited(hm.scope())).extracting(AwaitedOrder::own).containsExactly(false);
    refused(NOT_YOURS_TO_CONFIRM, () -> notes.confirmOral(hm.act(), note));
    notes.confirmOral(sho.act(), note);
    assertThat(lists.awaited(sho.scope())).isEmpty();
    assertThat(sheets.of(file, hm.scope()).notes().getLast().confirmed()).isPresent();
  }

  @Test
  @Holds("OP-58")
  void agreement_needs_a_signature_and_no_words() {
    PaperId file = open(hm);
    notes.writeAndSend(hm.act(), file, NewNote.plain("प्रस्तावित है।"), to(sho));
    notes.writeAndSend(sho.act(), file, NewNote.of(NoteKind.AGREEMENT, ""), to(hm));
    var last = sheets.of(file, hm.scope()).notes().getLast();
    assertThat(last.kind()).isEqualTo(NoteKind.AGREEMENT);
    assertThat(last.paragraphs()).isEmpty();
    notes.write(hm.act(), file, NewNote.plain("आगे"));
    assertThat(sheets.of(file, hm.scope()).notes().getLast().first()).isEqualTo(2);
    refused(NoteRefusal.NOTE_BLANK, () -> notes.write(hm.act(), file, NewNote.plain("  \n ")));
  }

  @Test
  @Holds("OP-59")
  void a_note_that_repeats_long_text_of_the_file_is_warned_about() {
    PaperId file = open(hm);
    String text = "प्रार्थी ने बताया कि ".repeat(12);
    notes.write(hm.act(), file, NewNote.plain(text));
    assertThat(notes.keepDraft(hm.act(), file, "", "पुनः अवगत कराना है " + text).repeats())
        .isTrue();
    assertThat(sheets.of(file, hm.scope()).repeats()).isTrue();
    assertThat(page(hm, file)).contains("OP-59");
    String own = "प्रकरण की जाँच कर आख्या प्रस्तुत करें। ".repeat(8);
    assertThat(notes.keepDraft(hm.act(), file, "", own).repeats()).isFalse();
    assertThat(sheets.of(file, hm.scope()).repeats()).isFalse();
    notes.write(hm.act(), file, NewNote.plain("पुनः " + text));
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(2);
  }

  @Test
  void of_a_note_and_its_sending_both_happen_or_neither() {
    PaperId file = open(hm);
    district.abolish(sho.post());
    refused(
        DeskRefusal.POST_NOT_LIVE,
        () -> notes.writeAndSend(hm.act(), file, NewNote.plain("भेजें"), to(sho)));
    assertThat(sheets.of(file, hm.scope()).notes()).isEmpty();
    assertThat(sheets.of(file, hm.scope()).cover().paragraphs()).isZero();
  }

  @Test
  void a_double_press_leaves_one_note() {
    PaperId file = open(hm);
    Act act = hm.act();
    notes.writeAndSend(act, file, NewNote.plain("एक बार"), to(sho));
    notes.writeAndSend(act, file, NewNote.plain("एक बार"), to(sho));
    assertThat(sheets.of(file, sho.scope()).notes()).hasSize(1);
  }

  @Test
  @Holds("OP-56")
  void paragraph_numbers_are_neither_skipped_nor_repeated_when_many_write_at_once()
      throws Exception {
    PaperId file = open(hm);
    List<Callable<Object>> writers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String text = "प्रस्तर\n\n".repeat(i % 3 + 1);
      writers.add(() -> notes.write(hm.act(), file, NewNote.plain(text)));
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(writers)) done.get();
    }
    var numbers =
        sheets.of(file, hm.scope()).notes().stream()
            .flatMap(note ->
                IntStream.range(note.first(), note.first() + note.paragraphs().size()).boxed())
            .toList();
    assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
  }

  @Test
  @Holds("OP-57")
  void who_gave_an_order_by_mouth_reads_the_file_in_which_it_was_noted() {
    PaperId file = open(hm);
    Seat far = district.seat(district.thana("तालग्राम").office(), "SI", "उप निरीक्षक", 40);
    assertThat(lists.awaited(far.scope())).isEmpty();
    notes.write(hm.act(), file, new NewNote(NoteKind.ORAL_ORDER, "तलाशी ली जाए", null, far.post()));
    assertThat(lists.awaited(far.scope())).hasSize(1);
    notes.confirmOral(far.act(), lists.awaited(far.scope()).getFirst().note());
    refused(
        CONFIRMED_ALREADY,
        () -> notes.confirmOral(far.act(), sheets.of(file, hm.scope()).notes().getFirst().id()));
  }

  @Test
  void of_two_who_forward_at_once_one_is_refused_and_writes_nothing() throws Exception {
    PaperId file = open(hm);
    Seat si = district.seat(district.thana("सौरिख").office(), "SI", "उप निरीक्षक", 40);
    Callable<Refused.Reason> first = () -> sent(file, to(sho));
    Callable<Refused.Reason> second = () -> sent(file, to(si));
    List<Refused.Reason> outcomes = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(List.of(first, second))) outcomes.add(done.get());
    }
    assertThat(outcomes).containsOnlyOnce(DeskRefusal.NOT_WITH_YOU).hasSize(2);
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(1);
    assertThat(desks.acts(file)).containsOnlyOnce("desk.forwarded", "files.noted");
  }

  private Refused.@Nullable Reason sent(PaperId file, Move.Forward to) {
    try {
      notes.writeAndSend(hm.act(), file, NewNote.plain("भेजी"), to);
      return null;
    } catch (Refused refused) {
      return refused.reason();
    }
  }

  @Test
  @Holds("OP-56")
  void lists_and_tables_stay_in_the_note_and_under_one_paragraph_number() {
    PaperId file = open(hm);
    String body =
        """
        {"type":"doc","content":[
          {"type":"paragraph","content":[{"type":"text","text":"विवरण निम्न है"}]},
          {"type":"bullet_list","content":[{"type":"list_item","content":[
            {"type":"paragraph","content":[{"type":"text","text":"पहला बिंदु"}]}]}]},
          {"type":"paragraph","content":[{"type":"para","attrs":{"number":1}}]}]}
        """;
    notes.keepDraft(hm.act(), file, body, "");
    assertThat(sheets.of(file, hm.scope()).draftBody()).contains("bullet_list");
    notes.write(hm.act(), file, new NewNote(NoteKind.NOTE, body, "", null, null));
    var note = sheets.of(file, hm.scope()).notes().getFirst();
    assertThat(note.body()).isEqualTo(NoteBody.of(body, ""));
    assertThat(note.paragraphs()).containsExactly("विवरण निम्न है\n• पहला बिंदु", "प्रस्तर 1");
    assertThat(sheets.of(file, hm.scope()).cover().paragraphs()).isEqualTo(2);
    assertThat(page(hm, file)).contains("<ul><li>", "id=\"para-2\"");
  }

  @Test
  void a_note_and_its_sending_are_five_statements() {
    PaperId file = open(hm);
    notes.writeAndSend(hm.act(), file, NewNote.plain("एक"), to(sho));
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 4; turn++) {
      Seat by = turn % 2 == 0 ? sho : hm;
      long before = Statements.count();
      notes.writeAndSend(by.act(), file, NewNote.plain("अगला"), to(turn % 2 == 0 ? hm : sho));
      least = Math.min(least, Statements.count() - before);
    }
    assertThat(least).isLessThanOrEqualTo(5);
  }

  @Test
  void what_looks_like_a_script_stays_text_and_a_megabyte_is_refused_with_a_sentence() {
    PaperId file = open(hm);
    var browser = signedIn.as(hm);
    web.post(browser, "/files/" + file + "/notes", "text", "<script>alert(1)</script>");
    assertThat(page(hm, file)).contains("&lt;script&gt;").doesNotContain("<script>alert");
    assertThat(web.post(browser, "/files/" + file + "/notes", "text", "क".repeat(400_000)))
        .hasStatus(422)
        .bodyText()
        .contains("1 MB");
  }

  @Test
  void the_page_shows_notes_and_whom_to_send_to_and_sends_by_one_form() {
    PaperId file = open(hm);
    var browser = signedIn.as(hm);
    assertThat(page(hm, file)).contains(sho.mark());
    assertThat(
            web.post(
                browser,
                "/files/" + file + "/notes",
                "text",
                "आख्या प्रस्तुत है।",
                "to",
                sho.mark(),
                "send",
                "yes"))
        .hasStatus(303);
    assertThat(page(sho, file)).contains("आख्या प्रस्तुत है।").contains(hm.pno());
  }

  private String page(Seat seat, PaperId file) {
    try {
      return web.get(signedIn.as(seat), "/files/" + file).getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private PaperId open(Seat seat) {
    var file =
        new NewFile(
            "रास्ते के विवाद की पत्रावली",
            List.of(),
            "विविध-" + PaperId.next(),
            "",
            "hi",
            "",
            "",
            Classification.NORMAL,
            Urgency.ORDINARY,
            false);
    return files.open(seat.act(), file, null);
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
