package karyalay.preparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import karyalay.organisation.Post;
import karyalay.preparing.PreparingRules.Rule;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.junit.jupiter.api.Test;

/// The lines of the list «कौन किसके लिए तैयार करे», as they are read.
class PreparingRulesTest {
  private static final OfficeId THANA = OfficeId.next();
  private static final OfficeId SP_OFFICE = OfficeId.next();
  private static final OfficeId READERS = OfficeId.next();

  private final Post sho = post("SHO-SRK", THANA, 60, true);
  private final Post hm = post("HM-SRK", THANA, 30, false);
  private final Post sp = post("SP-SPO", SP_OFFICE, 90, true);
  private final Post reader = post("RDR-RDR", READERS, 50, true);

  @Test
  void a_junior_prepares_for_a_senior_of_his_office_only() {
    var rule = new Rule(false, true, Set.of());
    assertThat(rule.lets(hm, SP_OFFICE, sho)).isTrue();
    assertThat(rule.lets(sho, SP_OFFICE, hm)).isFalse();
    assertThat(rule.lets(post("HM-TRW", OfficeId.next(), 30, false), SP_OFFICE, sho)).isFalse();
    assertThat(rule.lets(post("SI-SRK", THANA, 60, false), null, sho)).as("of one level").isFalse();
  }

  @Test
  void a_branch_prepares_for_the_head_of_the_office_above_it() {
    var rule = new Rule(true, false, Set.of("RDR", "STENO"));
    assertThat(rule.lets(reader, SP_OFFICE, sp)).isTrue();
    assertThat(rule.lets(reader, THANA, sp)).as("a branch of another office").isFalse();
    assertThat(rule.lets(post("CT-RDR-1", READERS, 20, false), SP_OFFICE, sp)).isFalse();
    assertThat(rule.lets(reader, SP_OFFICE, post("SI-SPO", SP_OFFICE, 50, false)))
        .as("not its head")
        .isFalse();
  }

  private static Post post(String mark, OfficeId office, int level, boolean head) {
    return new Post(
        PostId.next(),
        office,
        OfficeId.next(),
        mark,
        "",
        "",
        "",
        "",
        "",
        "",
        level,
        head,
        false,
        LocalDate.MIN,
        LocalDate.MAX);
  }
}
