package karyalay.documents;

import static karyalay.shared.HealthCheck.State.BROKEN;
import static karyalay.shared.HealthCheck.State.OK;
import static org.assertj.core.api.Assertions.assertThat;

import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Fault;
import org.junit.jupiter.api.Test;

/// A decoder that does not count the page of a dot is broken.
class DecoderCheckTest {
  @Test
  void only_a_page_that_was_counted_is_well() {
    assertThat(DecoderCheck.judge(new Answer.Examined(1)).state()).isEqualTo(OK);
    assertThat(DecoderCheck.judge(new Answer.Failed(Fault.TOO_HEAVY)).state()).isEqualTo(BROKEN);
  }
}
