package karyalay.drafts;

import static karyalay.drafts.InDrafts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.dak.Arrivals;
import karyalay.dak.Closing;
import karyalay.desk.DeskRefusal;
import karyalay.documents.Documents;
import karyalay.drafts.SignatureRuns.Item;
import karyalay.drafts.SignatureRuns.State;
import karyalay.organisation.Series;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Keys;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.SignaturesRefusal;
import karyalay.signatures.Signers;
import karyalay.signatures.Validation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class LetterSigningTest {
  @Autowired Given given;
  @Autowired InDrafts drafts;
  @Autowired SignatureRuns runs;
  @Autowired LetterReading reading;
  @Autowired Letters letters;
  @Autowired Approvals approvals;
  @Autowired Previews previews;
  @Autowired Arrivals arrivals;
  @Autowired Closing closing;
  @Autowired Documents documents;
  @Autowired Validation validation;
  @Autowired Keys keys;
  @Autowired Signers signers;
  @Autowired Series series;
  @Autowired JdbcClient db;

  @Test
  @Holds({"OP-71", "OP-72"})
  void a_signed_letter_bears_number_date_signatory_and_a_valid_signature_of_its_own()
      throws IOException {
    var thana = given.district().thana("थाना हस्ताक्षर");
    LetterId letter = drafts.signed(thana.sho(), thana.ssi().post());

    IssuedLetter issued = letters.issued(letter, thana.sho().scope());
    assertThat(issued.number()).startsWith("1/").endsWith("/" + thana.office().code());
    byte[] pdf = previews.pdf(drafts.read(thana.sho(), letter)).bytes();
    String text = Pdfs.text(pdf);
    assertThat(text)
        .contains(issued.number(), "थानाध्यक्ष", "कार्यालयी ई-अनुमोदन", issued.code())
        .doesNotContain("प्रारूप");
    var verdict = validation.check(pdf);
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.signatures())
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(SignatureKind.OFFICE_APPROVAL));
    assertThat(documents.find(issued.document()).hash()).isEqualTo(issued.sha256());
    assertThat(drafts.acts(issued.paper())).contains("drafts.signed");
  }

  @Test
  @Holds("OP-72")
  void a_draft_shows_as_one_and_never_as_signed() {
    var thana = given.district().thana("थाना प्रारूप");
    LetterId letter = drafts.approved(thana.sho(), thana.ssi().post());
    var preview = previews.pdf(drafts.read(thana.sho(), letter));
    assertThat(preview.signed()).isFalse();
    assertThat(Pdfs.text(preview.bytes())).contains("प्रारूप").doesNotContain("ई-अनुमोदन");
    refused(SharedRefusal.NOT_FOUND, () -> letters.issued(letter, thana.sho().scope()));
  }

  @Test
  @Holds("OP-73")
  void many_are_signed_with_one_pin_each_with_its_number_and_what_is_refused_is_untouched() {
    var thana = given.district().thana("थाना अनेक");
    LetterId first = drafts.approved(thana.sho(), thana.ssi().post());
    LetterId unsubmitted = drafts.written(thana.sho(), thana.ssi().post());
    LetterId second = drafts.approved(thana.sho(), thana.ssi().post());
    LetterId another = drafts.approved(thana.sho(), thana.ssi().post());
    db.sql("UPDATE drafts.letter SET signatory = ? WHERE id = ?")
        .params(thana.ssi().post().value(), another.value())
        .update();

    var progress = drafts.sign(thana.sho(), first, unsubmitted, second, another);

    assertThat(progress.items())
        .extracting(Item::state)
        .containsExactly(State.SIGNED, State.REFUSED, State.SIGNED, State.REFUSED);
    assertThat(progress.items().get(1).reason()).isEqualTo("refusal.drafts.STATE_DRAFT");
    assertThat(progress.items().get(3).reason()).isEqualTo("refusal.drafts.NOT_THE_SIGNATORY");
    assertThat(progress.running()).isFalse();
    assertThat(progress.items().get(0).number()).startsWith("1/");
    assertThat(progress.items().get(2).number()).startsWith("2/");
    assertThat(drafts.read(thana.sho(), unsubmitted).state()).isEqualTo(LetterState.DRAFT);
    assertThat(
            db.sql("SELECT count(DISTINCT document) FROM drafts.letter WHERE id IN (?, ?)")
                .params(first.value(), second.value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(reading.toSign(thana.sho().scope())).isEmpty();
  }

  @Test
  @Holds("OP-73")
  void a_second_press_signs_nothing_twice() {
    var thana = given.district().thana("थाना दोहरा");
    LetterId letter = drafts.approved(thana.sho(), thana.ssi().post());
    signers.registered(thana.sho());
    var act = thana.sho().act();
    var first = runs.begin(act, List.of(letter));
    runs.signAll(first, signers.unlocked(thana.sho()));
    var again = runs.begin(act, List.of(letter));
    assertThat(again.run()).isEqualTo(first.run());
    assertThat(again.first()).isFalse();
    runs.signAll(again, signers.unlocked(thana.sho()));

    var other = drafts.sign(thana.sho(), letter);
    assertThat(other.items().getFirst().reason()).isEqualTo("refusal.drafts.STATE_SIGNED");
    assertThat(
            db.sql("SELECT count(*) FROM organisation.series_number WHERE subject = ?")
                .param(letter.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @Holds("OP-72")
  void without_a_key_or_with_a_wrong_pin_nothing_is_begun() {
    var thana = given.district().thana("थाना पिन");
    drafts.approved(thana.sho(), thana.ssi().post());
    refused(SignaturesRefusal.NO_KEY, () -> keys.unlock(thana.sho().actor(), Signers.PIN).close());
    signers.registered(thana.sho());
    refused(SignaturesRefusal.WRONG_PIN, () -> keys.unlock(thana.sho().actor(), "9173").close());
    assertThat(reading.toSign(thana.sho().scope())).hasSize(1);
    refused(DraftsRefusal.NOTHING_TICKED, () -> runs.begin(thana.sho().act(), List.of()));
  }

  @Test
  void a_run_that_a_crash_broke_off_says_so_and_leaves_its_letters_to_be_signed() {
    var thana = given.district().thana("थाना टूटा");
    LetterId letter = drafts.approved(thana.sho(), thana.ssi().post());
    var begun = runs.begin(thana.sho().act(), List.of(letter));
    assertThat(runs.progress(begun.run(), thana.sho().scope()).running()).isTrue();
    db.sql("UPDATE drafts.signing SET touched = now() - interval '2 minutes' WHERE id = ?")
        .param(begun.run())
        .update();

    var seen = runs.progress(begun.run(), thana.sho().scope());
    assertThat(seen.stopped()).isTrue();
    assertThat(seen.running()).isFalse();
    refused(SharedRefusal.NOT_FOUND, () -> runs.progress(begun.run(), thana.ssi().scope()));
    assertThat(drafts.sign(thana.sho(), letter).count(State.SIGNED)).isEqualTo(1);
  }

  @Test
  @Holds({"OP-68", "OP-44"})
  void dispatch_takes_a_signed_letter_over_and_then_its_paper_may_close() {
    var thana = given.district().thana("थाना प्रेषण");
    LetterId unsigned = drafts.approved(thana.sho(), thana.ssi().post());
    PaperId receipt = arrivals.electronic(thana.sho());
    LetterId letter = drafts.written(thana.sho(), receipt, thana.ssi().post());
    approvals.submit(thana.sho().act(), letter, null);
    approvals.approve(thana.sho().act(), letter);
    drafts.sign(thana.sho(), letter);
    assertThat(letters.awaiting(thana.id())).extracting(IssuedLetter::id).contains(letter);
    assertThat(letters.issued(letter, thana.sho().scope()).recipients())
        .singleElement()
        .satisfies(one -> assertThat(one.posts()).containsExactly(thana.ssi().post()));
    refused(DeskRefusal.HELD, () -> closing.close(thana.sho().act(), receipt, "निस्तारित"));

    drafts.inAct(() -> letters.dispatched(thana.sho().act(), letter).act());
    drafts.inAct(() -> letters.dispatched(thana.sho().act(), letter).act());

    assertThat(drafts.read(thana.sho(), letter).state()).isEqualTo(LetterState.DISPATCHED);
    assertThat(letters.awaiting(thana.id())).extracting(IssuedLetter::id).doesNotContain(letter);
    closing.close(thana.sho().act(), receipt, "निस्तारित");
    refused(
        DraftsRefusal.NOT_SIGNED,
        () -> drafts.inAct(() -> letters.dispatched(thana.sho().act(), unsigned).act()));
    refused(
        DraftsRefusal.STATE_DISPATCHED, () -> letters.withdraw(thana.sho().act(), letter, "भूल"));
  }

  @Test
  @Holds("OP-76")
  void a_withdrawn_letter_leaves_its_number_void_with_the_reason() {
    var thana = given.district().thana("थाना वापस");
    LetterId letter = drafts.signed(thana.sho(), thana.ssi().post());
    refused(
        DraftsRefusal.NOT_THE_SIGNATORY, () -> letters.withdraw(thana.ssi().act(), letter, "भूल"));
    refused(DraftsRefusal.STATE_SIGNED, () -> approvals.cancel(thana.sho().act(), letter, "भूल"));

    letters.withdraw(thana.sho().act(), letter, "पता गलत था");

    int year = letters.issued(letter, thana.sho().scope()).date().getYear();
    assertThat(series.gaps(thana.id(), "ISSUE", year))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.state()).isEqualTo("VOID");
          assertThat(gap.reason()).isEqualTo("पता गलत था");
        });
    assertThat(letters.issued(letter, thana.sho().scope()).state())
        .isEqualTo(LetterState.CANCELLED);
  }

  @Test
  @Holds("OP-76")
  void a_group_is_written_down_with_its_posts_when_the_letter_is_signed() {
    var district = given.district();
    var one = district.thana("थाना प्रथम");
    var two = district.thana("थाना द्वितीय");
    LetterId letter = drafts.written(district.sp, district.co.post());
    drafts.save(
        district.sp,
        letter,
        it -> it.nobody().with(Party.to(new Target.Group("all-station-heads"))));
    approvals.submit(district.sp.act(), letter, null);
    approvals.approve(district.sp.act(), letter);
    drafts.sign(district.sp, letter);
    district.thana("थाना तृतीय");

    var recipients = letters.issued(letter, district.sp.scope()).recipients();
    assertThat(recipients)
        .singleElement()
        .satisfies(group -> {
          assertThat(group.party().address().line()).isEqualTo("समस्त थाना प्रभारी");
          assertThat(group.posts()).containsExactlyInAnyOrder(one.sho().post(), two.sho().post());
        });
  }

  @Test
  void what_was_signed_is_not_changed_by_anything_that_comes_after() {
    var thana = given.district().thana("थाना अपरिवर्तनीय");
    LetterId letter = drafts.signed(thana.sho(), thana.ssi().post());
    byte[] before = previews.pdf(drafts.read(thana.sho(), letter)).bytes();
    refused(
        DraftsRefusal.STATE_SIGNED, () -> drafts.save(thana.sho(), letter, it -> it.text("नया")));
    assertThat(previews.pdf(drafts.read(thana.sho(), letter)).bytes()).isEqualTo(before);
    assertThat(UUID.fromString(letter.toString())).isEqualTo(letter.value());
  }
}
