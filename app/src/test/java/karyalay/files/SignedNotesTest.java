package karyalay.files;

import static karyalay.files.RefusedBy.refused;
import static karyalay.signatures.SignaturesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Statements;
import karyalay.TestDatabase;
import karyalay.Web;
import karyalay.desk.Move;
import karyalay.desk.Task;
import karyalay.ledger.Ledger;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.signatures.KeyBook;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.Signers;
import karyalay.signatures.Unlocked;
import karyalay.signatures.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Green notes that are signed with the officer's key.
@KaryalayTest
class SignedNotesTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired Signers signers;
  @Autowired KeyBook book;
  @Autowired Masters masters;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired JdbcClient db;

  Given.District district;
  Seat sho;
  Seat hm;
  PaperId file;

  @BeforeEach
  void an_officer_with_a_key_and_a_file() {
    district = given.district();
    var thana = district.thana("सौरिख");
    sho = thana.sho();
    hm = thana.hm();
    signers.registered(sho);
    file = in.open(sho);
  }

  private void signed(String words) {
    try (Unlocked key = signers.unlocked(sho)) {
      notes.write(sho.act(), file, NewNote.plain(words), key);
    }
  }

  private Sheet.Note last() {
    return sheets.of(file, sho.scope()).notes().getLast();
  }

  @Test
  @Holds({"OP-56", "OP-72"})
  void a_signed_note_shows_its_signature_as_valid_with_its_kind() {
    signed("जाँच कर आख्या दें।");
    NoteSignature signature = last().signature().orElseThrow();
    assertThat(signature.valid()).isTrue();
    assertThat(signature.kind()).isEqualTo(SignatureKind.OFFICE_APPROVAL);
    assertThat(signature.at()).isEqualTo(last().at());
    var page = web.get(signedIn.as(sho), "/files/" + file);
    assertThat(page).bodyText().contains("हस्ताक्षर मान्य", "कार्यालयी ई-अनुमोदन", sho.pno());
    assertThat(ledger.of("note/" + last().id())).hasSize(1);
  }

  @Test
  @Holds("OP-72")
  void a_note_without_a_key_never_looks_signed() {
    notes.write(sho.act(), file, NewNote.plain("बिना कुंजी।"));
    assertThat(last().signature()).isEmpty();
    var page = web.get(signedIn.as(sho), "/files/" + file);
    assertThat(page).bodyText().doesNotContain("हस्ताक्षर मान्य").doesNotContain("ई-अनुमोदन");
  }

  @Test
  @Holds({"OP-54", "OP-75"})
  void a_word_changed_in_the_database_itself_shows_as_invalid() throws Exception {
    signed("एक हजार रुपये स्वीकृत।");
    change("UPDATE files.note SET body = 'दो हजार रुपये स्वीकृत।' WHERE id = ?");
    assertThat(last().signature().orElseThrow().state()).isEqualTo(Verdict.State.CHANGED);
    var page = web.get(signedIn.as(sho), "/files/" + file);
    assertThat(page).bodyText().contains("हस्ताक्षर अमान्य").doesNotContain("हस्ताक्षर मान्य");
  }

  @Test
  @Holds("OP-75")
  void neither_number_nor_time_nor_post_of_a_signed_note_can_be_changed_unseen() throws Exception {
    for (String change :
        new String[] {
          "kind = 'ORDER'",
          "at = at + interval '1 second'",
          "post = '" + hm.post() + "'",
          "person = '" + hm.person() + "'",
          "capacity = 'LINK'"
        }) {
      file = in.open(sho);
      signed("नोट " + change);
      change("UPDATE files.note SET " + change + " WHERE id = ?");
      assertThat(last().signature().orElseThrow().valid()).as(change).isFalse();
    }
  }

  /// As whoever has the database in his hands.
  private void change(String sql) throws Exception {
    UUID note = last().id();
    var connections = TestDatabase.connections();
    try (Connection owner =
            DriverManager.getConnection(
                connections.url(), "karyalay_owner", connections.ownerPassword());
        var statement = owner.prepareStatement(sql)) {
      statement.setObject(1, note);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  @Holds("OP-74")
  void a_note_signed_before_the_key_was_withdrawn_stays_valid() {
    signed("पहले का।");
    book.withdraw(sho.act(), signers.caller(sho), "पिन किसी ने देख लिया");
    assertThat(last().signature().map(NoteSignature::valid)).isEqualTo(Optional.of(true));
  }

  @Test
  @Holds("OP-72")
  void the_pin_comes_with_the_form_and_a_wrong_one_writes_nothing() {
    var browser = signedIn.as(sho);
    assertThat(web.get(browser, "/files/" + file)).bodyText().contains("name=\"pin\"");
    var wrong =
        web.post(
            browser, "/files/" + file + "/notes", "text", "आदेश", "pin", "9517", "stay", "yes");
    assertThat(wrong).hasStatus(422).bodyText().contains("4 प्रयास", "आदेश").doesNotContain("9517");
    assertThat(sheets.of(file, sho.scope()).notes()).isEmpty();
    assertThat(
            web.post(
                browser,
                "/files/" + file + "/notes",
                "text",
                "आदेश",
                "pin",
                Signers.PIN,
                "stay",
                "yes"))
        .hasStatus(303);
    assertThat(last().signature().orElseThrow().valid()).isTrue();
  }

  @Test
  @Holds("OP-72")
  void what_was_to_be_signed_is_not_sent_again_without_its_pin() {
    var browser = signedIn.as(sho);
    String path = "/files/" + file + "/notes";
    var wrong = web.post(browser, path, "text", "आदेश", "pin", "9517", "stay", "yes");
    assertThat(wrong).bodyText().contains("name=\"pin\" type=\"password\"").doesNotContain("9517");
    var without = web.post(browser, path, "text", "कृतिदेव", "pin", "", "stay", "yes");
    assertThat(without).as("nobody typed one").hasStatus(303);
  }

  @Test
  void an_open_key_signs_every_note_until_it_is_closed() {
    var browser = signedIn.as(sho);
    assertThat(web.post(browser, "/account/signing-key/opening", "pin", Signers.PIN))
        .hasStatus(303);
    assertThat(web.get(browser, "/files/" + file))
        .bodyText()
        .contains("कुंजी")
        .doesNotContain("name=\"pin\"");
    web.post(browser, "/files/" + file + "/notes", "text", "एक", "stay", "yes");
    assertThat(last().signature()).isPresent();
    web.post(browser, "/account/signing-key/closing");
    web.post(browser, "/files/" + file + "/notes", "text", "दो", "stay", "yes");
    assertThat(last().signature()).isEmpty();
  }

  @Test
  @Holds("OP-56")
  void where_the_district_wants_it_no_note_goes_unsigned() {
    masters.put(
        sho.act(),
        district.id,
        "SETTING",
        "notes-signed",
        new Master.Facts("हस्ताक्षर अनिवार्य", "Signed", 92, Map.of("value", true)),
        time.today());
    refused(NOTE_MUST_BE_SIGNED, () -> notes.write(sho.act(), file, NewNote.plain("बिना कुंजी।")));
    signed("कुंजी सहित।");
    assertThat(last().signature()).isPresent();
  }

  @Test
  void a_note_without_a_key_sends_as_many_statements_as_before_there_were_keys() {
    var to = new Move.Forward(hm.post(), Task.ACTION, "", null, false);
    Act act = sho.act();
    var sent = Statements.of(() -> notes.writeAndSend(act, file, NewNote.plain("भेजें"), to, null));
    assertThat(sent.stream().filter(one -> one.sql().contains("signatures."))).isEmpty();
    assertThat(sent).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void a_signed_note_costs_one_statement_more() {
    var to = new Move.Forward(hm.post(), Task.ACTION, "", null, false);
    try (Unlocked key = signers.unlocked(sho)) {
      Act act = sho.act();
      var sent =
          Statements.of(() -> notes.writeAndSend(act, file, NewNote.plain("भेजें"), to, key));
      assertThat(sent.stream().filter(one -> one.sql().contains("signatures."))).hasSize(1);
    }
  }

  @Test
  @Holds("OP-73")
  void a_double_press_leaves_one_note_and_one_signature() {
    Act act = sho.act();
    try (Unlocked key = signers.unlocked(sho)) {
      notes.write(act, file, NewNote.plain("एक बार"), key);
      notes.write(act, file, NewNote.plain("एक बार"), key);
    }
    assertThat(sheets.of(file, sho.scope()).notes()).hasSize(1);
    assertThat(
            db.sql("SELECT count(*) FROM signatures.v_signature WHERE subject = ?")
                .param("note/" + last().id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
