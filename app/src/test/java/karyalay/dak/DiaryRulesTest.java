package karyalay.dak;

import static karyalay.dak.DakRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import karyalay.dak.FieldRule.Mark;
import karyalay.desk.Urgency;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;

class DiaryRulesTest {
  private static final List<FieldRule> RULES =
      List.of(
          new FieldRule(Shape.LETTER, Field.SUBJECT, Mark.REQUIRED, ""),
          new FieldRule(Shape.LETTER, Field.SENDER_NAME, Mark.GROUP, "sender"),
          new FieldRule(Shape.LETTER, Field.SENDER_DESIGNATION, Mark.GROUP, "sender"),
          new FieldRule(Shape.PETITION, Field.GIST, Mark.REQUIRED, ""));

  @Test
  void a_sound_letter_a_sound_petition_and_a_sound_cover_have_no_problem() {
    assertThat(problems(Writing.letter(), 0)).isEmpty();
    assertThat(problems(Writing.petition(), 0)).isEmpty();
    assertThat(problems(Writing.cover(), 0)).isEmpty();
  }

  @Test
  void what_is_required_of_one_shape_is_not_asked_of_another() {
    assertThat(problems(Writing.letter().with(w -> w.subject = " "), 0))
        .extracting(Problem::field, Problem::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Field.SUBJECT, FIELD_NEEDED));
    assertThat(problems(Writing.petition().with(w -> w.subject = ""), 0)).isEmpty();
  }

  @Test
  void of_a_group_one_is_enough_and_none_is_too_few() {
    assertThat(problems(Writing.letter().with(w -> w.designation = ""), 0))
        .extracting(Problem::reason)
        .containsExactly(ONE_OF_NEEDED);
    var named =
        Writing.letter()
            .with(w -> {
              w.designation = "";
              w.name = "विभूति प्रकाश आर्य";
            });
    assertThat(problems(named, 0)).isEmpty();
  }

  @Test
  void a_day_to_come_is_refused_at_its_field() {
    assertThat(problems(Writing.letter().with(w -> w.received = Writing.DAY.plusDays(1)), 0))
        .extracting(Problem::field)
        .containsExactly(Field.RECEIVED);
    assertThat(problems(Writing.letter().with(w -> w.letterDate = Writing.DAY.plusDays(1)), 0))
        .extracting(Problem::field)
        .containsExactly(Field.LETTER_DATE);
  }

  @Test
  void a_gist_has_fifteen_to_three_hundred_characters() {
    assertThat(problems(Writing.petition().with(w -> w.gist = "भूमि विवाद"), 0))
        .extracting(Problem::reason)
        .containsExactly(GIST_LENGTH);
    assertThat(problems(Writing.petition().with(w -> w.gist = "क".repeat(301)), 0))
        .extracting(Problem::reason)
        .containsExactly(GIST_LENGTH);
    assertThat(problems(Writing.petition().with(w -> w.gist = "क".repeat(300)), 0)).isEmpty();
    assertThat(problems(Writing.petition().with(w -> w.gist = "क".repeat(15)), 0)).isEmpty();
  }

  @Test
  void electronic_dak_needs_its_document_and_paper_does_not() {
    assertThat(problems(Writing.letter().with(w -> w.physical = false), 0))
        .extracting(Problem::reason)
        .containsExactly(UPLOAD_NEEDED);
    assertThat(problems(Writing.letter().with(w -> w.physical = false), 1)).isEmpty();
    assertThat(problems(Writing.letter(), 0)).isEmpty();
  }

  @Test
  void a_closed_cover_shows_its_outside_alone() {
    assertThat(problems(Writing.cover().with(w -> w.subject = "भीतर का विषय"), 0))
        .extracting(Problem::field, Problem::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Field.SUBJECT, COVER_IS_CLOSED));
    assertThat(problems(Writing.cover(), 1))
        .extracting(Problem::reason)
        .containsExactly(COVER_IS_CLOSED);
  }

  @Test
  void a_subject_of_five_thousand_characters_is_too_long_and_nothing_else() {
    assertThat(problems(Writing.letter().with(w -> w.subject = "क".repeat(5000)), 0))
        .containsExactly(Problem.at(Field.SUBJECT, TOO_LONG, "5000", "500"));
  }

  @Test
  void a_malformed_mobile_or_pin_is_shown_where_it_stands() {
    assertThat(problems(Writing.petition().with(w -> w.mobile = "12345"), 0))
        .extracting(Problem::reason)
        .containsExactly(MOBILE_UNCLEAR);
    assertThat(problems(Writing.petition().with(w -> w.pin = "0123"), 0))
        .extracting(Problem::reason)
        .containsExactly(PIN_UNCLEAR);
  }

  @Test
  void dates_and_mode_are_fixed_and_the_rest_is_not() {
    Particulars before = Writing.letter().done();
    assertThat(
            DiaryRules.unchangeable(
                before, Writing.letter().with(w -> w.subject = "नया विषय").done()))
        .isEmpty();
    assertThat(
            DiaryRules.unchangeable(
                before,
                Writing.letter()
                    .with(w -> {
                      w.mode = "e-mail";
                      w.received = Writing.DAY.minusDays(1);
                      w.letterDate = null;
                    })
                    .done()))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(Field.MODE, Field.RECEIVED, Field.LETTER_DATE);
  }

  @Test
  void only_urgent_dak_by_name_is_handed_on_undiarised() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> DiaryRules.requireHandable(Writing.letter().done()));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            DiaryRules.requireHandable(
                Writing.letter().with(w -> w.urgency = Urgency.IMMEDIATE).done()));
    DiaryRules.requireHandable(
        Writing.letter()
            .with(w -> {
              w.urgency = Urgency.IMMEDIATE;
              w.byName = "पुलिस अधीक्षक";
            })
            .done());
  }

  private static List<Problem> problems(Writing written, int scans) {
    return DiaryRules.problems(written.done(), RULES, scans, Writing.DAY);
  }
}
