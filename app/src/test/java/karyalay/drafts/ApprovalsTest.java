package karyalay.drafts;

import static karyalay.drafts.InDrafts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.files.InFiles;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class ApprovalsTest {
  @Autowired Given given;
  @Autowired InDrafts drafts;
  @Autowired Approvals approvals;
  @Autowired LetterReading reading;
  @Autowired Masters masters;
  @Autowired InFiles in;

  @Test
  @Holds("OP-68")
  void a_draft_goes_up_comes_back_with_a_reason_and_is_approved_at_last() {
    var thana = given.district().thana("थाना ऊपर");
    LetterId letter = drafts.written(thana.hm(), thana.ssi().post());
    drafts.forward(thana.hm(), letter, thana.sho());
    refused(
        DraftsRefusal.REASON_NEEDED,
        () -> approvals.giveBack(thana.sho().act(), letter, " ", true));
    approvals.giveBack(thana.sho().act(), letter, "तिथि स्पष्ट करें", true);

    LetterDetails back = drafts.read(thana.hm(), letter);
    assertThat(back.state()).isEqualTo(LetterState.RETURNED);
    assertThat(back.returnedWith()).isEqualTo("तिथि स्पष्ट करें");
    assertThat(back.mine()).as("the paper came back too").isTrue();
    drafts.save(thana.hm(), letter, it -> it.text("दिनांक 12-11-2026 तक आख्या दें।"));
    drafts.forward(thana.hm(), letter, thana.sho());
    approvals.approve(thana.sho().act(), letter);

    LetterDetails seen = drafts.read(thana.sho(), letter);
    assertThat(seen.state()).isEqualTo(LetterState.APPROVED);
    assertThat(seen.steps())
        .extracting(LetterDetails.StepLine::step)
        .containsExactly(Step.SUBMIT, Step.RETURN, Step.SUBMIT, Step.APPROVE);
    assertThat(drafts.acts(drafts.paperOf(letter)))
        .contains("drafts.submitted", "drafts.returned", "drafts.approved");
  }

  @Test
  @Holds({"OP-67", "OP-68"})
  void an_officer_in_the_middle_hands_a_submitted_letter_further_up() {
    var district = given.district();
    var thana = district.thana("थाना मध्य");
    LetterId letter = drafts.written(thana.hm(), thana.ssi().post());
    drafts.forward(thana.hm(), letter, thana.ssi());
    refused(DraftsRefusal.STATE_SUBMITTED, () -> approvals.submit(thana.ssi().act(), letter, null));
    drafts.save(thana.ssi(), letter, it -> it.text("दिनांक 14-11-2026 तक आख्या दें।"));
    drafts.forward(thana.ssi(), letter, thana.sho());

    LetterDetails seen = drafts.read(thana.sho(), letter);
    assertThat(seen.mine()).isTrue();
    assertThat(seen.state()).isEqualTo(LetterState.SUBMITTED);
    assertThat(seen.steps())
        .extracting(LetterDetails.StepLine::step)
        .containsExactly(Step.SUBMIT, Step.SUBMIT);
    assertThat(seen.versions()).as("each author's words").hasSize(2);
  }

  @Test
  @Holds("OP-69")
  void approval_freezes_the_words_and_any_change_cancels_it() {
    var thana = given.district().thana("थाना स्थिर");
    LetterId letter = drafts.approved(thana.sho(), thana.ssi().post());
    drafts.save(thana.sho(), letter, it -> it);
    assertThat(drafts.read(thana.sho(), letter).state())
        .as("saving the same is no change")
        .isEqualTo(LetterState.APPROVED);

    drafts.save(thana.sho(), letter, it -> it.subject("बदला हुआ विषय"));

    LetterDetails seen = drafts.read(thana.sho(), letter);
    assertThat(seen.state()).isEqualTo(LetterState.SUBMITTED);
    assertThat(seen.versions()).hasSize(2);
    assertThat(reading.version(seen, 1).subject()).isNotEqualTo("बदला हुआ विषय");
    assertThat(reading.toSign(thana.sho().scope())).isEmpty();
    assertThat(drafts.acts(drafts.paperOf(letter))).contains("drafts.approval_cancelled");
  }

  @Test
  @Holds("OP-70")
  void who_may_approve_and_sign_is_data_of_the_district() {
    var district = given.district();
    var thana = district.thana("थाना अधिकार");
    LetterId letter = drafts.written(thana.hm(), district.co.post());
    approvals.submit(thana.hm().act(), letter, null);
    refused(DraftsRefusal.MAY_NOT_APPROVE, () -> approvals.approve(thana.hm().act(), letter));

    masters.put(
        district.sp.act(),
        district.id,
        "LETTER_RIGHT",
        "usual",
        new Master.Facts(
            "सामान्य पत्र",
            "Ordinary letters",
            10,
            Map.of(
                "form",
                "",
                "category",
                "",
                "approve",
                "constable",
                "sign",
                "sub-inspector",
                "skip",
                false)),
        LocalDate.of(2020, 1, 1));
    approvals.approve(thana.hm().act(), letter);
    assertThat(drafts.read(thana.hm(), letter).state()).isEqualTo(LetterState.APPROVED);
  }

  @Test
  @Holds("OP-70")
  void a_signatory_below_the_rank_that_signs_such_a_form_is_refused_before_an_officer_sees_it() {
    var district = given.district();
    var thana = district.thana("थाना परिपत्र");
    LetterId letter = drafts.written(thana.sho(), district.co.post());
    drafts.save(thana.sho(), letter, it -> it.form(LetterForm.CIRCULAR));
    refused(
        DraftsRefusal.SIGNATORY_TOO_LOW, () -> approvals.submit(thana.sho().act(), letter, null));
    drafts.save(thana.sho(), letter, it -> it.signatory(district.sp.post()));
    approvals.submit(thana.sho().act(), letter, null);
  }

  @Test
  @Holds("OP-80")
  void each_form_says_what_it_lacks() {
    var district = given.district();
    var thana = district.thana("थाना प्रारूप");
    LetterId letter = drafts.begun(thana.sho());
    var act = thana.sho();
    refused(DraftsRefusal.ADDRESSEE_MISSING, () -> approvals.submit(act.act(), letter, null));
    drafts.save(act, letter, it -> it.to(district.co.post()));
    refused(DraftsRefusal.BODY_MISSING, () -> approvals.submit(act.act(), letter, null));
    drafts.save(act, letter, it -> it.text("पाठ").subject(""));
    refused(DraftsRefusal.SUBJECT_MISSING, () -> approvals.submit(act.act(), letter, null));
    drafts.save(act, letter, it -> it.subject("विषय").form(LetterForm.REMINDER));
    refused(DraftsRefusal.REFERENCE_MISSING, () -> approvals.submit(act.act(), letter, null));
    drafts.save(act, letter, it -> it.form(LetterForm.OFFICE_ORDER));
    refused(DraftsRefusal.COPIES_MISSING, () -> approvals.submit(act.act(), letter, null));
    drafts.save(act, letter, it -> it.copy(thana.ssi().post(), "सूचनार्थ"));
    approvals.submit(act.act(), letter, null);
    assertThat(drafts.read(act, letter).state()).isEqualTo(LetterState.SUBMITTED);
  }

  @Test
  @Holds("OP-122")
  void text_typed_for_an_old_font_may_be_kept_but_not_submitted() {
    var thana = given.district().thana("थाना फॉन्ट");
    LetterId letter = drafts.written(thana.sho(), thana.ssi().post());
    drafts.save(
        thana.sho(),
        letter,
        it -> it.text("izkFkhZ us Fkkuk lkSfj[k esa rgjhj nh gS vkSj fuosnu fd;k"));
    refused(DraftsRefusal.LEGACY_FONT, () -> approvals.submit(thana.sho().act(), letter, null));
  }

  @Test
  @Holds("OP-68")
  void nothing_is_approved_unsubmitted_or_by_one_who_does_not_hold_the_paper() {
    var district = given.district();
    var thana = district.thana("थाना क्रम");
    LetterId letter = drafts.written(thana.hm(), district.co.post());
    refused(DeskRefusal.NOT_WITH_YOU, () -> approvals.approve(thana.sho().act(), letter));
    drafts.forward(thana.hm(), letter, thana.sho());
    approvals.giveBack(thana.sho().act(), letter, "फिर देखें", false);
    refused(DraftsRefusal.STATE_RETURNED, () -> approvals.approve(thana.sho().act(), letter));
  }

  @Test
  void to_whom_the_file_is_not_readable_a_letter_is_not_there() {
    var district = given.district();
    var here = district.thana("थाना इधर");
    var there = district.thana("थाना उधर");
    LetterId letter = drafts.written(here.sho(), here.ssi().post());
    refused(SharedRefusal.NOT_FOUND, () -> drafts.read(there.sho(), letter));
    assertThat(
            reading
                .page(there.sho().scope(), new LetterFilter(LetterFilter.Whose.OFFICE, null, ""))
                .lines())
        .isEmpty();
  }

  @Test
  @Holds("OP-70")
  void a_draft_that_no_standard_form_began_does_not_skip_its_approval() {
    var thana = given.district().thana("थाना मानक");
    LetterId letter = drafts.written(thana.sho(), thana.ssi().post());
    refused(DraftsRefusal.NOT_STANDARD, () -> approvals.standard(thana.sho().act(), letter));
  }
}
