package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.organisation.Changes;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Posts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class AbolishedPostTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Posts posts;
  @Autowired Changes changes;
  @Autowired OfficeTime time;

  private Given.District district;
  private Given.Thana thana;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
  }

  private void abolish(PostId post, LocalDate from) {
    posts.abolish(district.sp.act(), post, from);
  }

  private void refused(Refused.Reason reason, List<Object> arguments, Runnable asked) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(asked::run)
        .satisfies(refused -> {
          assertThat(refused.reason()).isEqualTo(reason);
          assertThat(refused.arguments()).isEqualTo(arguments);
        });
  }

  @Test
  @Holds("OP-1")
  void a_post_that_holds_papers_is_not_abolished_until_they_have_gone_on() {
    desks.paper(thana.hm());
    PaperId parked = desks.paper(thana.hm());
    movements.move(
        thana.hm().act(), parked, new Move.Park(time.today().plusDays(3), "उत्तर की प्रतीक्षा"));
    PaperId onTheWay = desks.physical(thana.sho());
    movements.forward(
        thana.sho().act(), onTheWay, new Move.Forward(thana.hm().post(), Task.ACTION, ""));
    refused(
        OrganisationRefusal.POST_HOLDS_PAPERS,
        List.of(thana.hm().mark(), 3),
        () -> abolish(thana.hm().post(), time.today()));
    assertThat(posts.live(thana.hm().post())).as("nothing was half done").isNotNull();
    assertThat(changes.of(thana.hm().post().value())).isEmpty();

    PostId empty = thana.si().post();
    abolish(empty, time.today());
    refused(
        OrganisationRefusal.POST_ABOLISHED,
        List.of(thana.si().mark(), thana.sho().mark()),
        () -> posts.live(empty));
    refused(
        OrganisationRefusal.POST_ABOLISHED,
        List.of(thana.si().mark(), thana.sho().mark()),
        () -> posts.requireNotAbolished(thana.si().mark(), district.id));
  }
}
