package karyalay.files;

import static org.assertj.core.api.Assertions.*;

import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Task;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class WatchlistsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Watchlists lists;
  @Autowired Movements movements;

  Given.District district;
  Given.Thana thana;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
  }

  @Test
  @Holds("OP-94")
  void a_file_that_came_back_twice_between_two_posts_without_decision_is_listed() {
    PaperId file = in.open(thana.hm());
    there_and_back(file);
    assertThat(lists.toAndFro(district.co.scope())).isEmpty();
    there_and_back(file);

    for (Seat reader : List.of(thana.hm(), thana.sho(), district.co, district.sp))
      assertThat(lists.toAndFro(reader.scope()))
          .as(reader.mark())
          .extracting(Watchlists.Line::paper)
          .containsExactly(file);
    assertThat(lists.toAndFro(thana.si().scope())).isEmpty();
    assertThat(lists.toAndFro(district.thana("तिर्वा").sho().scope())).isEmpty();
    assertThat(lists.toAndFro(district.co.scope()).getFirst().between().orElseThrow())
        .contains(thana.hm().mark(), thana.sho().mark());
  }

  @Test
  @Holds("OP-94")
  void a_decision_ends_the_to_and_fro() {
    PaperId file = in.open(thana.hm());
    there_and_back(file);
    in.send(thana.hm(), file, thana.sho());
    movements.forward(
        thana.sho().act(), file, new Move.Forward(thana.hm().post(), Task.ACTION, "", null, true));
    assertThat(lists.toAndFro(district.co.scope())).isEmpty();
  }

  @Test
  @Holds("OP-93")
  void a_file_with_more_deciding_hands_than_a_decision_needs_is_listed() {
    assertThat(lists.levels(district.sp.scope())).isEqualTo(4);
    PaperId file = in.open(thana.hm());
    Seat range =
        district.head(
            district.office(district.spOffice, "branch", "शिविर"), "DIG", "उप महानिरीक्षक", 90);
    in.send(thana.hm(), file, thana.si());
    in.send(thana.si(), file, thana.sho());
    in.send(thana.sho(), file, district.co);
    in.send(district.co, file, district.asp);
    in.send(district.asp, file, district.sp);
    assertThat(lists.manyHands(district.sp.scope(), lists.levels(district.sp.scope()))).isEmpty();
    in.send(district.sp, file, range);
    assertThat(lists.manyHands(range.scope(), lists.levels(range.scope())))
        .extracting(Watchlists.Line::paper, Watchlists.Line::count)
        .containsExactly(tuple(file, 5));
  }

  private void there_and_back(PaperId file) {
    in.send(thana.hm(), file, thana.sho());
    in.send(thana.sho(), file, thana.hm());
  }
}
