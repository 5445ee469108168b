package karyalay.drafts;

import static karyalay.drafts.LetterState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;

class StepTest {
  @Test
  void every_pair_of_state_and_step_either_leads_on_or_is_refused_with_a_sentence_for_the_state() {
    for (LetterState state : LetterState.values())
      for (Step step : Step.values())
        step.from(state)
            .ifPresentOrElse(
                next -> assertThat(LetterRules.after(state, step)).isEqualTo(next),
                () ->
                    assertThatThrownBy(() -> LetterRules.after(state, step))
                        .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                assertThat(refused.reason().name())
                                    .isEqualTo("STATE_" + state.name())));
  }

  @Test
  void the_way_of_a_letter_is_the_one_the_office_knows() {
    assertThat(way(DRAFT, Step.SUBMIT, Step.APPROVE, Step.SIGN, Step.DISPATCH))
        .containsExactly(SUBMITTED, APPROVED, SIGNED, DISPATCHED);
    assertThat(way(DRAFT, Step.SUBMIT, Step.RETURN, Step.EDIT, Step.SUBMIT))
        .containsExactly(SUBMITTED, RETURNED, RETURNED, SUBMITTED);
    assertThat(way(DRAFT, Step.SUBMIT, Step.APPROVE, Step.EDIT)).endsWith(SUBMITTED);
    assertThat(Step.SIGN.from(DRAFT)).isEmpty();
    assertThat(Step.SIGN.from(SUBMITTED)).isEmpty();
    assertThat(Step.APPROVE.from(DRAFT)).isEmpty();
    assertThat(Step.DISPATCH.from(APPROVED)).isEmpty();
  }

  @Test
  void what_is_signed_is_never_edited_and_every_state_is_reached() {
    for (LetterState state : List.of(SIGNED, DISPATCHED, CANCELLED))
      assertThat(Step.EDIT.from(state)).as("%s", state).isEmpty();
    Set<LetterState> reached = new HashSet<>(Set.of(DRAFT));
    while (reached.addAll(next(reached))) {
      // Until nothing new is reached.
    }
    assertThat(reached).isEqualTo(EnumSet.allOf(LetterState.class));
  }

  private static Set<LetterState> next(Set<LetterState> from) {
    Set<LetterState> next = new HashSet<>();
    for (LetterState state : from)
      Arrays.stream(Step.values()).forEach(step -> step.from(state).ifPresent(next::add));
    return next;
  }

  private static List<LetterState> way(LetterState start, Step... steps) {
    var way = new java.util.ArrayList<LetterState>();
    LetterState now = start;
    for (Step step : steps) way.add(now = LetterRules.after(now, step));
    return way;
  }
}
