package karyalay.organisation;

import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@KaryalayTest
class SeriesTest {
  @Autowired Given given;
  @Autowired Series series;
  @Autowired Masters masters;
  @Autowired TransactionTemplate transaction;

  private Given.District district;
  private Given.Thana thana;
  private OfficeId office;

  @BeforeEach
  void district() {
    district = given.district();
    thana = district.thana("सौरिख");
    office = thana.id();
  }

  private Series.Number take(int year) {
    return transaction.execute(status -> series.take(office, "RECEIPT", year, Ids.next()));
  }

  @Test
  @Holds("OP-18")
  void numbers_run_by_office_and_year_and_read_serial_year_office() {
    assertThat(take(2026).text()).isEqualTo("1/2026/" + thana.office().code());
    assertThat(take(2026).text()).isEqualTo("2/2026/" + thana.office().code());
    assertThat(take(2027).text()).isEqualTo("1/2027/" + thana.office().code());
  }

  @Test
  @Holds("OP-18")
  void the_form_of_a_number_is_the_districts_own() {
    masters.put(
        district.sp.act(),
        district.id,
        "NUMBER_FORMAT",
        "receipt",
        new Master.Facts(
            "आवक संख्या", "Diary number", 10, Map.of("pattern", "{office}-{serial}-{year}")),
        Given.LONG_AGO);
    assertThat(take(2026).text()).isEqualTo(thana.office().code() + "-1-2026");
  }

  @Test
  @Holds("OP-18")
  void forty_at_once_leave_no_hole_and_no_double() throws Exception {
    List<Callable<Long>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean fails = i % 4 == 0;
      asked.add(() ->
          transaction.execute(status -> {
            long serial = series.take(office, "RECEIPT", 2026, Ids.next()).serial();
            if (fails) status.setRollbackOnly();
            return fails ? -1L : serial;
          }));
    }
    var taken = new ArrayList<Long>();
    try (var many = Executors.newFixedThreadPool(6)) {
      for (Future<Long> one : many.invokeAll(asked)) if (one.get() > 0) taken.add(one.get());
    }
    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
  }

  @Test
  @Holds("OP-18")
  void a_reserved_block_is_used_once_or_voided_with_a_reason() {
    take(2026);
    var block = series.reserve(district.sp.act(), office, "RECEIPT", 2026, 3);
    assertThat(block).isEqualTo(new Series.Block(2, 4));
    assertThat(take(2026).serial()).isEqualTo(5);

    UUID paper = Ids.next();
    assertThat(use(2, paper).text()).startsWith("2/2026/");
    assertRefused(OrganisationRefusal.NUMBER_NOT_RESERVED, () -> use(2, Ids.next()));
    assertRefused(OrganisationRefusal.NUMBER_NOT_RESERVED, () -> use(5, Ids.next()));
    assertRefused(
        OrganisationRefusal.VOID_NEEDS_REASON,
        () -> series.cancel(district.sp.act(), office, "RECEIPT", 2026, 3, " "));
    series.cancel(district.sp.act(), office, "RECEIPT", 2026, 3, "पर्ची फट गई");
    assertRefused(OrganisationRefusal.NUMBER_NOT_RESERVED, () -> use(3, Ids.next()));
    assertThat(series.gaps(office, "RECEIPT", 2026))
        .containsExactly(
            new Series.Gap(3, "VOID", "पर्ची फट गई"), new Series.Gap(4, "RESERVED", ""));
  }

  private Series.Number use(long n, UUID subject) {
    return transaction.execute(status -> series.use(office, "RECEIPT", 2026, n, subject));
  }

  @Test
  @Holds("OP-18")
  void a_series_goes_on_from_the_paper_register_but_only_before_its_first_number() {
    series.begin(district.sp.act(), office, "RECEIPT", 2026, 1391);
    assertThat(take(2026).serial()).isEqualTo(1391);
    assertRefused(
        OrganisationRefusal.SERIES_STARTED,
        () -> series.begin(district.sp.act(), office, "RECEIPT", 2026, 5));
  }

  @Test
  void a_block_reserved_by_one_act_is_reserved_once() {
    var act = district.sp.act();
    var first = series.reserve(act, office, "RECEIPT", 2026, 3);
    assertThat(series.reserve(act, office, "RECEIPT", 2026, 3)).isEqualTo(first);
    assertThat(take(2026).serial()).isEqualTo(4);
  }
}
