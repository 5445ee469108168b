package karyalay.dak;

import static karyalay.dak.Arrivals.refused;
import static karyalay.dak.Original.Keeping.BUNDLE;
import static karyalay.dak.Original.Keeping.PROPERTY_ROOM;
import static karyalay.dak.Original.Keeping.RETURNED;
import static karyalay.dak.Original.Keeping.SEALED;
import static karyalay.dak.Original.Keeping.WENT_ALONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Where the paper itself is after scanning.
@KaryalayTest
class OriginalsTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired OriginalKeeping originals;
  @Autowired Corrections corrections;
  @Autowired BundleList bundles;
  @Autowired ReceiptReading reading;

  Given.District district;
  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("बस्ता");
    hm = thana.hm();
  }

  private Original of(PaperId paper) {
    return arrivals.receipt(paper, hm).particulars().original();
  }

  private String place(int serial) {
    return "1 / "
        + DateTimeFormatter.ofPattern("dd-MM-yyyy").format(arrivals.today())
        + " / "
        + serial;
  }

  private List<BundleList.Line> today(Seat reader) {
    return bundles.of(reader.scope(), new OfficeId(thana.id().value()), arrivals.today());
  }

  private PaperId letter(String number) {
    return arrivals.diarise(hm, Writing.letter().with(w -> w.letterNumber = number));
  }

  @Test
  @Holds("OP-128")
  void each_paper_gets_its_place_in_the_bundle_of_the_office_and_day_by_itself() {
    PaperId first = letter("1/26");
    PaperId second = letter("2/26");
    assertThat(of(first)).isEqualTo(new Original(BUNDLE, place(1)));
    assertThat(of(second)).isEqualTo(new Original(BUNDLE, place(2)));
    assertThat(today(hm)).extracting(BundleList.Line::paper).containsExactly(first, second);
    // Another office ties its own bundle.
    Seat other = district.thana("दूसरा").hm();
    PaperId elsewhere = arrivals.diarise(other, Writing.letter());
    assertThat(arrivals.receipt(elsewhere, other).particulars().original().place())
        .isEqualTo(place(1));
    assertThat(today(other)).isEmpty();
  }

  @Test
  void what_came_without_paper_has_no_place_and_a_closed_cover_lies_apart() {
    PaperId mail = arrivals.electronic(hm);
    assertThat(of(mail).place()).isEmpty();
    PaperId cover = arrivals.diarise(hm, Writing.cover());
    assertThat(of(cover)).isEqualTo(new Original(SEALED, ""));
    assertThat(today(hm)).isEmpty();
    refused(
        DakRefusal.ORIGINAL_ON_PAPER_ONLY,
        () -> originals.move(hm.act(), mail, new Original(RETURNED, ""), ""));
  }

  @Test
  @Holds("OP-128")
  void an_original_that_leaves_is_named_where_it_went_and_its_place_is_not_given_again() {
    PaperId paper = letter("3/26");
    originals.move(hm.act(), paper, new Original(RETURNED, "राम औतार"), "हस्ताक्षर लेकर");
    assertThat(of(paper)).isEqualTo(new Original(RETURNED, "राम औतार"));
    assertThat(today(hm))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.left()).isNotNull();
          assertThat(line.now().keeping()).isEqualTo(RETURNED);
          assertThat(line.byHi()).isNotEmpty();
        });
    assertThat(of(letter("4/26")).place()).isEqualTo(place(2));
    // Back in the bundle it gets a fresh place.
    originals.move(hm.act(), paper, new Original(BUNDLE, ""), "");
    assertThat(of(paper).place()).isEqualTo(place(3));
    assertThat(today(hm)).extracting(BundleList.Line::serial).containsExactly(1, 2, 3);

    assertThat(arrivals.acts("paper/" + paper)).filteredOn("dak.original_moved"::equals).hasSize(2);
    var history = reading.history(paper, hm.scope());
    assertThat(history).hasSize(3);
    assertThat(history.get(1).since(history.get(0)))
        .extracting(Revision.Change::field)
        .containsExactly(Field.ORIGINAL, Field.ORIGINAL_PLACE);
  }

  @Test
  @Holds("OP-128")
  void the_holder_and_the_counter_that_diarised_it_say_where_it_is_and_nobody_else() {
    PaperId paper = letter("5/26");
    arrivals.send(hm, paper, thana.sho().post());
    originals.move(hm.act(), paper, new Original(WENT_ALONG, "प्रभारी निरीक्षक"), "");
    // The paper moves on paper too: it must be received before the holder has it.
    originals.move(thana.sho().act(), paper, new Original(BUNDLE, ""), "");
    assertThat(of(paper).keeping()).isEqualTo(BUNDLE);
    refused(
        SharedRefusal.NOT_FOUND,
        () -> originals.move(thana.si().act(), paper, new Original(RETURNED, ""), ""));
    refused(
        DakRefusal.ORIGINAL_NOT_YOURS,
        () -> originals.move(district.sp.act(), paper, new Original(RETURNED, ""), ""));
  }

  @Test
  @Holds("OP-128")
  void what_lies_in_the_property_room_has_its_number_there() {
    refused(
        DakRefusal.FIELD_NEEDED,
        () ->
            arrivals.diarise(
                hm, Writing.letter().with(w -> w.original = new Original(PROPERTY_ROOM, ""))));
    PaperId paper = letter("6/26");
    refused(
        DakRefusal.PROPERTY_ROOM_NUMBER,
        () -> originals.move(hm.act(), paper, new Original(PROPERTY_ROOM, " "), ""));
    originals.move(hm.act(), paper, new Original(PROPERTY_ROOM, "114/26"), "");
    assertThat(of(paper).place()).isEqualTo("114/26");
  }

  @Test
  @Holds("OP-128")
  void an_x_ray_and_a_sealed_envelope_are_kept_apart_from_their_paper_with_history() {
    // Sample 09's X-ray, sample 03's envelope.
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    originals.keepApart(hm.act(), paper, 0, "एक्स-रे", new Original(PROPERTY_ROOM, "88/26"), "");
    originals.keepApart(hm.act(), paper, 0, "बंद लिफाफा", new Original(SEALED, "अलमारी 2"), "");
    originals.keepApart(hm.act(), paper, 1, "एक्स-रे", new Original(WENT_ALONG, "विवेचक"), "");
    List<KeptApart> apart = reading.open(paper, hm.scope()).apart();
    assertThat(apart).extracting(KeptApart::name).containsExactly("एक्स-रे", "बंद लिफाफा");
    assertThat(apart.getFirst().places()).hasSize(2);
    assertThat(apart.getFirst().now()).isEqualTo(new Original(WENT_ALONG, "विवेचक"));
    assertThat(of(paper).place()).isEqualTo(place(1));
    refused(
        SharedRefusal.NOT_FOUND,
        () -> originals.keepApart(hm.act(), paper, 7, "x", new Original(SEALED, ""), ""));
    refused(
        SharedRefusal.MISSING,
        () -> originals.keepApart(hm.act(), paper, 0, " ", new Original(SEALED, ""), ""));
  }

  @Test
  @Holds("OP-86")
  void the_open_bundle_does_not_tell_that_there_is_a_protected_paper() {
    letter("7/26");
    PaperId secret =
        arrivals.diarise(
            hm,
            Writing.letter()
                .with(w -> {
                  w.letterNumber = "8/26";
                  w.classification = Classification.CONFIDENTIAL;
                }));
    PaperId third = letter("9/26");
    assertThat(of(secret).place()).startsWith("गोप0 1 / ");
    assertThat(of(third).place()).isEqualTo(place(2));
    // Who may not know of it sees two, numbered without a hole.
    arrivals.send(hm, third, thana.si().post());
    assertThat(today(thana.si())).extracting(BundleList.Line::number).hasSize(1);
    assertThat(today(hm)).filteredOn(line -> !line.guarded()).hasSize(2);
  }

  @Test
  void a_correction_leaves_the_place_alone_and_may_change_it() {
    PaperId paper = letter("10/26");
    corrections.correct(
        hm.act(),
        paper,
        Writing.letter()
            .with(w -> {
              w.letterNumber = "10/26";
              w.subject = "संशोधित";
            })
            .done());
    assertThat(of(paper).place()).isEqualTo(place(1));
    corrections.correct(
        hm.act(),
        paper,
        Writing.letter()
            .with(w -> {
              w.letterNumber = "10/26";
              w.original = new Original(RETURNED, "प्रेषक");
            })
            .done());
    assertThat(today(hm)).singleElement().satisfies(line -> assertThat(line.left()).isNotNull());
  }

  @Test
  void clerks_who_diarise_at_once_share_no_place() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<PaperId>> work =
          IntStream.range(0, 12)
              .<Callable<PaperId>>mapToObj(i -> () -> letter("साथ-" + i))
              .toList();
      for (var done : pool.invokeAll(work)) assertThat(done.get()).isNotNull();
    }
    assertThat(today(hm))
        .extracting(BundleList.Line::serial)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    assertThat(today(hm)).extracting(BundleList.Line::bundle).containsOnly(1);
  }

  @Test
  void the_same_press_sent_twice_moves_it_once() {
    PaperId paper = letter("11/26");
    var act = hm.act();
    for (int i = 0; i < 2; i++) originals.move(act, paper, new Original(RETURNED, "प्रेषक"), "");
    assertThat(reading.history(paper, hm.scope())).hasSize(2);
    assertThat(LocalDate.now(karyalay.shared.OfficeTime.ZONE)).isEqualTo(arrivals.today());
  }
}
