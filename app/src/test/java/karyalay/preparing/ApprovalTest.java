package karyalay.preparing;

import static karyalay.preparing.InPreparing.*;
import static karyalay.preparing.PreparingRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.Trails;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Signers;
import karyalay.signatures.Unlocked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What an officer does with what was prepared for him.
@KaryalayTest
class ApprovalTest {
  @Autowired Given given;
  @Autowired InPreparing prepared;
  @Autowired Preparing preparing;
  @Autowired Approval approval;
  @Autowired PreparedReading reading;
  @Autowired Reading papers;
  @Autowired Sheets sheets;
  @Autowired Notes notes;
  @Autowired Movements movements;
  @Autowired Trails trails;
  @Autowired Arrivals arrivals;
  @Autowired OnDesks desks;
  @Autowired Signers signers;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat si;
  PaperId file;

  @BeforeEach
  void a_file_with_the_sho_that_the_head_moharrir_prepares() {
    district = given.district();
    var thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    si = thana.si();
    file = prepared.file(hm, sho);
  }

  @Test
  @Holds("OP-124")
  void only_the_officer_makes_it_green_and_both_names_stand_on_the_sheet() {
    UUID item = prepared.note(hm, file, "आख्या प्रस्तुत है। आदेशार्थ।", district.co.post());
    assertThat(sheets.of(file, sho.scope()).notes()).as("yellow is on no sheet").isEmpty();
    assertThat(papers.card(file, sho.scope()).paper().heldBy(sho.post())).isTrue();
    assertThat(reading.on(file, hm.scope())).hasSize(1);
    assertThat(reading.on(file, sho.scope())).hasSize(1);
    refused(SharedRefusal.NOT_FOUND, () -> approval.approve(hm.act(), item, null));

    approval.approve(sho.act(), item, null);
    Sheet.Note note = sheets.of(file, sho.scope()).notes().getLast();
    assertThat(note.nameHi()).contains(sho.pno());
    assertThat(note.post()).isEqualTo(sho.post());
    Sheet.Prepared by = note.prepared().orElseThrow();
    assertThat(by.nameHi()).contains(hm.pno());
    assertThat(by.by().mark()).isEqualTo(hm.mark());
    assertThat(papers.card(file, sho.scope()).paper().heldBy(district.co.post())).isTrue();
    assertThat(desks.acts(file))
        .endsWith("preparing.prepared", "files.noted", "desk.forwarded", "preparing.approved");
    assertThat(reading.waiting(sho.scope())).isEmpty();
    assertThat(papers.card(file, sho.scope()).prepared()).isFalse();
    assertThat(reading.one(item, hm.scope()).state()).isEqualTo(State.APPROVED);
  }

  @Test
  @Holds({"OP-124", "OP-56"})
  void page_and_print_name_the_preparer_beneath_the_officers_signature() {
    UUID item = prepared.note(hm, file, "पत्रावली अवलोकनार्थ प्रस्तुत।");
    approval.approve(sho.act(), item, null);
    assertThat(web.get(signedIn.as(sho), "/files/" + file))
        .bodyText()
        .contains("तैयार: परीक्षण नमूना " + hm.pno());
    byte[] pdf =
        web.get(signedIn.as(sho), "/files/" + file + "/notes.pdf")
            .getResponse()
            .getContentAsByteArray();
    assertThat(Pdfs.squeezed(Pdfs.text(pdf))).contains("तैयार: परीक्षण नमूना " + hm.pno());
    assertThat(Pdfs.faults(pdf)).isEmpty();
  }

  @Test
  @Holds({"OP-124", "OP-72"})
  void the_signature_covers_who_prepared_it() {
    signers.registered(sho);
    UUID item = prepared.note(hm, file, "स्वीकृति हेतु।");
    try (Unlocked key = signers.unlocked(sho)) {
      approval.approve(sho.act(), item, key);
    }
    Sheet.Note note = sheets.of(file, sho.scope()).notes().getLast();
    assertThat(note.signature().orElseThrow().valid()).isTrue();
    assertThat(note.prepared()).isPresent();
  }

  @Test
  @Holds("OP-124")
  void the_officer_may_change_the_words_before_he_approves() {
    UUID item = prepared.note(hm, file, "दो सिपाही लगाए जाएँ।", district.co.post());
    preparing.revise(sho.act(), item, words("चार सिपाही लगाए जाएँ।", si.post()));
    Item now = reading.one(item, hm.scope());
    assertThat(now.words().plain()).isEqualTo("चार सिपाही लगाए जाएँ।");
    assertThat(now.edited().orElseThrow().nameHi()).contains(sho.pno());
    assertThat(now.preparer().nameHi()).contains(hm.pno());

    approval.approve(sho.act(), item, null);
    Sheet.Note note = sheets.of(file, sho.scope()).notes().getLast();
    assertThat(note.plain()).isEqualTo("चार सिपाही लगाए जाएँ।");
    assertThat(note.prepared().orElseThrow().nameHi()).contains(hm.pno());
    assertThat(papers.card(file, sho.scope()).paper().heldBy(si.post())).isTrue();
  }

  @Test
  @Holds("OP-124")
  void what_is_returned_with_a_reason_is_mended_and_laid_before_him_again() {
    UUID item = prepared.note(hm, file, "आख्या संलग्न।");
    refused(REASON_NEEDED, () -> approval.giveBack(sho.act(), item, " "));
    refused(SharedRefusal.TOO_LONG, () -> approval.giveBack(sho.act(), item, "क".repeat(501)));
    approval.giveBack(sho.act(), item, "मुकदमा संख्या लिखें");
    assertThat(reading.waiting(sho.scope())).isEmpty();
    Item back = reading.mine(hm.scope()).getFirst();
    assertThat(back.state()).isEqualTo(State.RETURNED);
    assertThat(back.reason()).isEqualTo("मुकदमा संख्या लिखें");
    refused(SETTLED, () -> approval.approve(sho.act(), item, null));

    preparing.revise(hm.act(), item, words("मु0अ0सं0 12/26 की आख्या संलग्न।"));
    assertThat(reading.waiting(sho.scope())).hasSize(1);
    approval.approve(sho.act(), item, null);
    assertThat(desks.acts(file))
        .contains("preparing.returned", "preparing.revised", "preparing.approved");
  }

  @Test
  @Holds("OP-124")
  void a_new_paragraph_holds_it_back_until_the_officer_has_read_on() {
    UUID item = prepared.note(hm, file, "आदेशार्थ।");
    notes.write(sho.act(), file, NewNote.plain("पहले वादी को सुना जाए।"));
    assertThat(reading.waiting(sho.scope()).getFirst().holdup()).isEqualTo(Holdup.NEW_PARAGRAPH);
    refused(NEW_PARAGRAPH, () -> approval.approve(sho.act(), item, null));
    assertThat(reading.waiting(sho.scope())).as("nothing is lost").hasSize(1);

    preparing.revise(sho.act(), item, words("वादी को सुना गया। आदेशार्थ।"));
    approval.approve(sho.act(), item, null);
    assertThat(sheets.of(file, sho.scope()).notes()).hasSize(2);
  }

  @Test
  @Holds("OP-124")
  void what_has_moved_meanwhile_is_held_back_and_may_be_withdrawn() {
    UUID item = prepared.note(hm, file, "आदेशार्थ।");
    movements.forward(
        sho.act(), file, new Move.Forward(district.co.post(), Task.APPROVAL, "सीधे प्रस्तुत"));
    assertThat(reading.waiting(sho.scope()).getFirst().holdup()).isEqualTo(Holdup.MOVED);
    refused(MOVED, () -> approval.approve(sho.act(), item, null));
    refused(MOVED, () -> preparing.revise(hm.act(), item, words("फिर")));
    preparing.withdraw(hm.act(), item);
    assertThat(reading.waiting(sho.scope())).isEmpty();
    refused(SETTLED, () -> preparing.withdraw(hm.act(), item));
  }

  @Test
  @Holds({"OP-124", "OP-49"})
  void an_order_on_a_letter_goes_out_in_the_officers_name_and_the_trail_names_both() {
    PaperId letter = arrivals.electronic(hm);
    arrivals.send(hm, letter, sho.post());
    refused(ADDRESSEE_NEEDED, () -> preparing.prepare(hm.act(), letter, order("जाँच करें")));
    UUID item = preparing.prepare(hm.act(), letter, order("मौके पर जाँच कर आख्या दें", si.post()));
    approval.approve(sho.act(), item, null);
    Trails.Line line = trails.of(letter, hm.scope()).getLast();
    assertThat(line.byHi()).contains(sho.pno());
    assertThat(line.remark()).isEqualTo("मौके पर जाँच कर आख्या दें");
    assertThat(line.to().orElseThrow().mark()).isEqualTo(si.mark());
    assertThat(line.beside().getFirst().word()).isEqualTo(Trails.Beside.PREPARED);
    assertThat(line.beside().getFirst().byHi()).contains(hm.pno());
    assertThat(desks.acts(letter)).endsWith("desk.forwarded", "preparing.approved");
  }

  @Test
  @Holds("OP-4")
  void an_abolished_next_post_leaves_it_waiting() {
    Seat next = district.seat(district.circle, "NX", "अगला", 20);
    UUID item = prepared.note(hm, file, "अग्रसारित।", next.post());
    district.abolish(next.post());
    refused(DeskRefusal.POST_NOT_LIVE, () -> approval.approve(sho.act(), item, null));
    assertThat(reading.waiting(sho.scope())).hasSize(1);
    assertThat(sheets.of(file, sho.scope()).notes()).isEmpty();
  }

  @Test
  void of_two_presses_at_once_one_approves_and_one_note_is_written() throws Exception {
    UUID item = prepared.note(hm, file, "एक ही बार।");
    Callable<Integer> press =
        () -> {
          try {
            approval.approve(sho.act(), item, null);
            return 1;
          } catch (Refused refused) {
            assertThat(refused.reason()).isEqualTo(SETTLED);
            return 0;
          }
        };
    int won = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : pool.invokeAll(List.of(press, press, press, press))) won += outcome.get();
    }
    assertThat(won).isEqualTo(1);
    assertThat(sheets.of(file, sho.scope()).notes()).hasSize(1);
  }

  @Test
  void a_relieved_preparer_is_named_as_such_and_his_words_still_count() {
    UUID item = prepared.note(hm, file, "कार्यमुक्ति से पूर्व तैयार।");
    district.vacate(hm.post());
    Item waiting = reading.waiting(sho.scope()).getFirst();
    assertThat(waiting.there()).isFalse();
    assertThat(web.get(signedIn.as(sho), "/approvals")).bodyText().contains("अब उस पद पर नहीं");
    approval.approve(sho.act(), item, null);
    assertThat(sheets.of(file, sho.scope()).notes().getLast().prepared().orElseThrow().nameHi())
        .contains(hm.pno());
  }
}
