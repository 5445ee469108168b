package karyalay.drafts;

import static karyalay.drafts.InDrafts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.dak.Closing;
import karyalay.dak.Writing;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Task;
import karyalay.files.Files;
import karyalay.files.InFiles;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class DraftingTest {
  @Autowired Given given;
  @Autowired InDrafts drafts;
  @Autowired Drafting drafting;
  @Autowired Approvals approvals;
  @Autowired AddressBook book;
  @Autowired LetterReading reading;
  @Autowired Movements movements;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired Files files;
  @Autowired Closing closing;

  @Test
  @Holds("OP-66")
  void a_reply_to_a_receipt_begins_with_its_sender_its_subject_and_its_letters_number_and_date() {
    var thana = given.district().thana("थाना उत्तर");
    PaperId receipt = arrivals.diarise(thana.sho(), Writing.letter());
    var about = arrivals.receipt(receipt, thana.sho()).particulars();

    LetterId letter =
        drafting.begin(thana.sho().act(), receipt, NewLetter.of(LetterForm.LETTER, Nature.REPLY));

    Wording words = drafts.read(thana.sho(), letter).words();
    assertThat(words.subject()).isEqualTo(about.subject());
    assertThat(words.reference()).contains(about.letterNumber());
    assertThat(words.of(Party.Role.TO))
        .singleElement()
        .satisfies(party ->
            assertThat(party.address().organisation()).isEqualTo(about.sender().organisation()));
    assertThat(words.signatory()).isEqualTo(thana.sho().post());
  }

  @Test
  @Holds({"OP-66", "OP-44"})
  void a_draft_holds_its_paper_open_until_it_is_cancelled() {
    var thana = given.district().thana("थाना बंद");
    PaperId receipt = arrivals.electronic(thana.sho());
    LetterId letter =
        drafting.begin(
            thana.sho().act(), receipt, NewLetter.of(LetterForm.OFFICE_MEMORANDUM, Nature.FRESH));

    refused(DeskRefusal.HELD, () -> closing.close(thana.sho().act(), receipt, "निस्तारित"));
    approvals.cancel(thana.sho().act(), letter, "आवश्यकता नहीं रही");

    assertThat(drafts.read(thana.sho(), letter).state()).isEqualTo(LetterState.CANCELLED);
    closing.close(thana.sho().act(), receipt, "निस्तारित");
    assertThat(drafts.acts(receipt)).contains("drafts.begun", "drafts.cancelled", "desk.closed");
  }

  @Test
  @Holds("OP-80")
  void a_government_order_is_received_and_never_written() {
    var thana = given.district().thana("थाना शासन");
    PaperId file = in.open(thana.sho());
    refused(
        DraftsRefusal.FORM_RECEIVED_ONLY,
        () ->
            drafting.begin(
                thana.sho().act(), file, NewLetter.of(LetterForm.GOVERNMENT_ORDER, Nature.FRESH)));
  }

  @Test
  @Holds("OP-67")
  void each_author_has_his_version_and_a_senior_sees_what_the_last_one_changed() {
    var district = given.district();
    var thana = district.thana("थाना संस्करण");
    LetterId letter = drafts.written(thana.hm(), district.co.post());
    drafts.save(thana.hm(), letter, it -> it.text("आख्या तीन दिवस में दें।"));
    drafts.save(thana.hm(), letter, it -> it.text("आख्या पाँच दिवस में दें।"));
    assertThat(drafts.read(thana.hm(), letter).versions()).hasSize(1);

    drafts.forward(thana.hm(), letter, thana.sho());
    drafts.save(thana.sho(), letter, it -> it.text("आख्या सात दिवस में दें।"));

    LetterDetails seen = drafts.read(thana.sho(), letter);
    assertThat(seen.versions())
        .extracting(LetterDetails.VersionLine::mark)
        .containsExactly(thana.hm().mark(), thana.sho().mark());
    var changes = Differences.between(reading.version(seen, 1), reading.version(seen, 2)).parts();
    assertThat(changes)
        .singleElement()
        .satisfies(part -> {
          assertThat(part.key()).isEqualTo("drafts.body");
          assertThat(part.pieces())
              .contains(
                  new Differences.Change("पाँच", true, false),
                  new Differences.Change("सात", false, true));
        });
    refused(
        DeskRefusal.NOT_WITH_YOU, () -> drafts.save(thana.hm(), letter, it -> it.text("अब नहीं")));
  }

  @Test
  @Holds("OP-67")
  void where_money_or_discipline_is_the_matter_every_version_is_kept() {
    var district = given.district();
    PaperId receipt =
        arrivals.diarise(
            district.sp, Writing.letter().with(w -> w.category = "departmental-action"));
    LetterId letter =
        drafting.begin(district.sp.act(), receipt, NewLetter.of(LetterForm.LETTER, Nature.FRESH));
    drafts.save(district.sp, letter, it -> it.text("पहला"));
    drafts.save(district.sp, letter, it -> it.text("दूसरा"));
    drafts.save(district.sp, letter, it -> it.text("दूसरा"));
    assertThat(drafts.read(district.sp, letter).versions()).hasSize(3);
  }

  @Test
  @Holds("OP-67")
  void two_who_save_at_once_hear_of_each_other_and_neither_loses_a_word() {
    var thana = given.district().thana("थाना एक साथ");
    LetterId letter = drafts.begun(thana.sho());
    int seen = drafts.read(thana.sho(), letter).revision();
    drafts.save(thana.sho(), letter, seen, it -> it.text("पहले खिड़की से"));

    refused(
        DraftsRefusal.CHANGED_MEANWHILE,
        () -> drafts.save(thana.sho(), letter, seen, it -> it.text("दूसरी खिड़की से")));
    assertThat(drafts.read(thana.sho(), letter).words().body().plain()).isEqualTo("पहले खिड़की से");
    // Saving what stands there already is no change, whatever was seen.
    drafts.save(thana.sho(), letter, seen, it -> it.text("पहले खिड़की से"));
  }

  @Test
  @Holds("OP-66")
  void somebody_outside_needs_an_address_and_the_letter_keeps_the_one_it_was_written_with() {
    var thana = given.district().thana("थाना पता");
    refused(
        DraftsRefusal.ADDRESS_MISSING,
        () ->
            book.enter(
                thana.sho().act(), new Address("प्रधानाचार्य", "", "राजकीय विद्यालय", "", "", "")));
    UUID contact =
        book.enter(
            thana.sho().act(),
            new Address("", "प्रधानाचार्य", "राजकीय विद्यालय", "कन्नौज", "", ""));
    LetterId letter = drafts.begun(thana.sho());
    drafts.save(
        thana.sho(), letter, it -> it.text("सूचना").with(Party.to(new Target.Outside(contact))));
    book.change(
        thana.sho().act(), contact, new Address("", "प्राचार्य", "महाविद्यालय", "तिर्वा", "", ""));
    book.remove(thana.sho().act(), contact);

    drafts.save(thana.sho(), letter, it -> it.text("सूचना दी जाए"));
    assertThat(drafts.read(thana.sho(), letter).words().parties())
        .singleElement()
        .extracting(party -> party.address().designation())
        .isEqualTo("प्रधानाचार्य");
  }

  @Test
  void another_offices_address_book_is_not_there() {
    var district = given.district();
    var here = district.thana("थाना यहाँ");
    var there = district.thana("थाना वहाँ");
    UUID contact =
        book.enter(here.sho().act(), new Address("नाम", "", "", "", "a@b.in", "9876543210"));
    LetterId letter = drafts.begun(there.sho());
    refused(
        DraftsRefusal.ADDRESSEE_UNKNOWN,
        () ->
            drafts.save(there.sho(), letter, it -> it.with(Party.to(new Target.Outside(contact)))));
    refused(
        SharedRefusal.NOT_FOUND,
        () -> book.change(there.sho().act(), contact, new Address("x", "", "", "y", "", "")));
  }

  @Test
  void a_body_beyond_a_megabyte_is_refused_before_it_is_read() {
    var thana = given.district().thana("थाना लम्बा");
    LetterId letter = drafts.begun(thana.sho());
    refused(
        DraftsRefusal.LETTER_OVERSIZE,
        () -> drafts.save(thana.sho(), letter, it -> it.text("क".repeat(400_000))));
    assertThat(drafts.read(thana.sho(), letter).words().body().plain()).isEmpty();
  }

  @Test
  void a_double_press_on_begin_makes_one_letter() {
    var thana = given.district().thana("थाना दो बार");
    PaperId file = in.open(thana.sho());
    var act = thana.sho().act();
    var asked = NewLetter.of(LetterForm.LETTER, Nature.FRESH);
    LetterId first = drafting.begin(act, file, asked);
    assertThat(drafting.begin(act, file, asked)).isEqualTo(first);
    assertThat(reading.onPaper(file, thana.sho().scope()).letters()).hasSize(1);
  }

  @Test
  @Holds("OP-66")
  void a_template_is_filled_from_the_paper_and_from_what_the_writer_answers() {
    var thana = given.district().thana("थाना नमूना");
    PaperId receipt = arrivals.diarise(thana.sho(), Writing.petition());
    var sender = arrivals.receipt(receipt, thana.sho()).particulars().sender();
    var asked =
        new NewLetter(
            LetterForm.LETTER,
            Nature.REPLY,
            "",
            "character-verification-report",
            "hi",
            "",
            "",
            List.of(),
            null,
            null);
    LetterId letter =
        drafting.begin(thana.sho().act(), receipt, asked, Map.of("purpose", "राजकीय सेवा"));

    Wording words = drafts.read(thana.sho(), letter).words();
    assertThat(words.subject()).contains(sender.name());
    assertThat(words.body().plain())
        .contains("राजकीय सेवा हेतु", "⟦आपराधिक इतिहास⟧")
        .doesNotContain("{{");
    refused(DraftsRefusal.BLANK_LEFT, () -> approvals.submit(thana.sho().act(), letter, null));
  }

  @Test
  @Holds("OP-66")
  void a_draft_travels_with_the_file_that_its_receipt_lies_in() {
    var thana = given.district().thana("थाना साथ");
    PaperId receipt = arrivals.electronic(thana.hm());
    LetterId letter =
        drafting.begin(thana.hm().act(), receipt, NewLetter.of(LetterForm.LETTER, Nature.REPLY));
    PaperId file = in.open(thana.hm());
    files.enclose(thana.hm().act(), receipt, file);
    drafts.save(thana.hm(), letter, it -> it.text("पत्रावली में लिखा"));
    movements.forward(
        thana.hm().act(), file, new Move.Forward(thana.sho().post(), Task.ACTION, ""));

    drafts.save(thana.sho(), letter, it -> it.text("थानाध्यक्ष ने लिखा"));
    refused(
        DeskRefusal.NOT_WITH_YOU,
        () -> drafts.save(thana.hm(), letter, it -> it.text("अब मेरे पास नहीं")));
    assertThat(reading.onPaper(file, thana.sho().scope()).letters())
        .singleElement()
        .extracting(LetterLine::id)
        .isEqualTo(letter);
  }
}
