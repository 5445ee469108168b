package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.time.LocalDate;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class LegacyFilesTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired LegacyFiles legacy;
  @Autowired FileNumbers numbers;
  @Autowired Related related;
  @Autowired Reading reading;
  @Autowired Movements movements;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("तिर्वा");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-51")
  void a_legacy_file_keeps_its_old_number_and_no_clock_runs_until_it_is_sent() {
    PaperId file = legacy.enter(hm.act(), old("क-17/1998", "", "आलमारी 3"), List.of());
    var card = reading.open(file, hm.scope());
    assertThat(card.paper().dueAt()).isNull();
    assertThat(card.paper().number()).isEqualTo("क-17/1998");
    var mark = related.of(file, hm.scope()).old().orElseThrow();
    assertThat(mark.openedOn()).isEqualTo(LocalDate.of(1998, 7, 1));
    assertThat(mark.keptAt()).isEqualTo("आलमारी 3");
    assertThat(numbers.find(hm.scope(), "क १७ १९९८")).hasSize(1);

    movements.forward(hm.act(), file, new Move.Forward(sho.post(), Task.ACTION, ""));
    assertThat(reading.card(file, sho.scope()).paper().dueAt()).isNotNull();
  }

  @Test
  @Holds("OP-51")
  void every_row_of_a_sheet_is_judged_by_name_and_nothing_is_entered_by_looking() {
    legacy.enter(hm.act(), old("5/98", "", ""), List.of());
    var rows =
        legacy.examine(
            hm.post(),
            """
            पुरानी सं0,विषय,खुली,किसके पास,कहाँ,अभ्युक्ति
            १/९८,मेड़ विवाद,०१-०२-१९९८,%s
            2/98,नाली विवाद,31-02-1998
            3/98,,1.1.98
            4/98,रास्ता,1.1.98,NOBODY-XX
            5/98,दोहरा,1.1.98
            1/98,फिर वही,1.1.98,%s
            6/98,भविष्य,1.1.2068
            """
                .formatted(sho.mark(), sho.mark()));
    assertThat(rows)
        .extracting(row -> row.refused().map(refused -> refused.reason().name()).orElse("OK"))
        .containsExactly(
            "OK",
            "DATE_NOT_READ",
            "SUBJECT_NEEDED",
            "HOLDER_NOT_HERE",
            "OLD_NUMBER_TAKEN",
            "OLD_NUMBER_TWICE",
            "DATE_IN_FUTURE");
    assertThat(rows).extracting(LegacyFiles.Row::line).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(numbers.find(hm.scope(), "1/98")).isEmpty();
  }

  @Test
  @Holds("OP-51")
  void a_sheet_sent_twice_enters_each_row_once() {
    Act act = hm.act();
    var rows = legacy.examine(hm.post(), "7/98,मेड़,1.1.98\n8/98,नाली,1.2.98");
    for (int press = 0; press < 2; press++)
      for (var row : rows)
        legacy.enter(LegacyFiles.part(act, row), row.file().orElseThrow(), List.of());
    assertThat(numbers.find(hm.scope(), "7/98")).hasSize(1);
    refused(OLD_NUMBER_TAKEN, () -> legacy.enter(hm.act(), old("७/९८", "", ""), List.of()));
  }

  @Test
  void a_clerk_enters_files_for_his_own_office_alone_and_a_head_for_those_under_him() {
    Seat elsewhere = district.thana("हसेरन").hm();
    refused(
        HOLDER_NOT_HERE,
        () -> legacy.enter(hm.act(), old("9/98", elsewhere.mark(), ""), List.of()));
    PaperId file = legacy.enter(district.co.act(), old("9/98", hm.mark(), ""), List.of());
    assertThat(reading.card(file, hm.scope()).paper().heldBy(hm.post())).isTrue();
  }

  private static LegacyFile old(String number, String holder, String keptAt) {
    return new LegacyFile(number, "भूमि विवाद", LocalDate.of(1998, 7, 1), holder, keptAt, "");
  }
}
