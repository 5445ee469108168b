package karyalay.scanning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static karyalay.scanning.PilesAtHand.cuts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Diary;
import karyalay.dak.Sheet;
import karyalay.dak.Writing;
import karyalay.desk.Attachments;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Reading;
import karyalay.documents.DocumentType;
import karyalay.documents.PageSize;
import karyalay.documents.SampleFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class PilesTest {
  @Autowired Given given;
  @Autowired Piles piles;
  @Autowired PileLetters letters;
  @Autowired PilesAtHand hand;
  @Autowired Diary diary;
  @Autowired Attachments attachments;
  @Autowired Reading reading;
  @Autowired Ledger ledger;

  private Given.District district;
  private Given.Thana thana;
  private Seat clerk;
  private Seat second;

  @BeforeEach
  void a_counter_with_two_clerks() {
    district = given.district();
    thana = district.thana("थाना ढेर");
    clerk = thana.hmAtCounter();
    second = district.charge(thana.ssi(), thana.counter(), Capacity.MEMBER);
  }

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private PaperId diarise(Seat by, UUID upload) {
    var writing = Writing.letter().with(w -> w.letterNumber = "ढेर-" + NUMBERS.incrementAndGet());
    return diary.diarise(by.act(), new Sheet(null, writing.done(), List.of(upload), true), null);
  }

  private byte[] attached(PaperId paper) throws IOException {
    var content = reading.card(paper, clerk.scope()).paper().content();
    var download = attachments.original(content, 1);
    assertThat(download.original().stored().type()).isEqualTo(DocumentType.PDF);
    try (var bytes = download.original().content()) {
      return bytes.readAllBytes();
    }
  }

  @Test
  @Holds("OP-127")
  void each_letter_of_a_pile_becomes_a_paper_with_its_own_pages_and_the_blank_ones_drop()
      throws IOException {
    Pile pile = hand.cut(clerk, "xx.xx.x", 1, 4, 6);
    assertThat(pile.letters()).extracting(PileLetter::pages).hasToString("[[1, 2], [4, 5], [7]]");
    assertThat(pile.pages().stream().filter(PilePage::dropped).map(PilePage::n))
        .containsExactly(3, 6);

    List<String> found = new ArrayList<>();
    UUID next = pile.letters().getFirst().id();
    for (int n = 1; n <= 3; n++) {
      var letter = letters.open(next, clerk.scope());
      assertThat(letter.place()).isEqualTo(n + " / 3");
      found.add(PileFiles.text(attached(diarise(clerk, letter.upload()))));
      var after = letters.after(next, clerk.scope());
      assertThat(after.isPresent()).isEqualTo(n < 3);
      next = after.orElse(next);
    }
    assertThat(found).containsExactly("Page 1 Page 2", "Page 4 Page 5", "Page 7");
    assertThat(piles.open(pile.id(), clerk.scope()).done()).isEqualTo(3);
  }

  @Test
  @Holds("OP-127")
  void whatever_the_cuts_no_page_of_a_real_pile_is_lost_or_doubled() {
    UUID id = hand.pile(clerk, "xx.xxxx.xxxxx..xxxxxxxx.");
    Pile pile = hand.read(clerk, id);
    int pages = pile.pages().size();
    var random = new Random(32);
    for (int round = 0; round < 12; round++) {
      Set<Integer> begins = some(random, pages, 3);
      Set<Integer> removed = some(random, pages, 6);
      Set<Integer> kept = some(random, pages, 3);
      kept.removeAll(removed);
      int version = piles.open(id, clerk.scope()).version();
      version =
          piles.save(clerk.act(), id, version, new Cuts(begins, removed, kept, Map.of(1, 90)));
      piles.cut(clerk.act(), id, version);
      Pile cut = piles.open(id, clerk.scope());
      List<Integer> inLetters =
          cut.letters().stream().flatMap(letter -> letter.pages().stream()).toList();
      List<Integer> dropped =
          cut.pages().stream().filter(PilePage::dropped).map(PilePage::n).toList();
      assertThat(inLetters).doesNotHaveDuplicates().isSorted().doesNotContainAnyElementsOf(dropped);
      assertThat(inLetters.size() + dropped.size()).isEqualTo(pages);
      piles.cutAgain(clerk.act(), id, cut.version());
    }
  }

  private static Set<Integer> some(Random random, int pages, int one) {
    Set<Integer> some = new java.util.HashSet<>();
    for (int n = 1; n <= pages; n++) if (random.nextInt(one) == 0) some.add(n);
    return some;
  }

  @Test
  void a_page_with_nothing_but_a_signature_is_kept_and_dust_is_no_writing() {
    List<UUID> uploads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      uploads.add(hand.upload(clerk, PileFiles.jpeg(PileFiles.blank(i)), "blank.jpg"));
      uploads.add(hand.upload(clerk, PileFiles.jpeg(PileFiles.signed(i)), "signed.jpg"));
    }
    UUID id = piles.make(clerk.act(), uploads);
    assertThat(hand.read(clerk, id).pages().stream().filter(PilePage::blank).map(PilePage::n))
        .containsExactly(1, 3, 5);
    // A scanner that makes a file of each page does not say where a letter begins.
    assertThat(piles.open(id, clerk.scope()).firsts()).containsExactly(2);
  }

  @Test
  void photographs_and_scans_of_all_kinds_become_one_pdf_and_a_turned_page_stays_turned()
      throws IOException {
    byte[] jpeg = PileFiles.jpeg(PileFiles.signed(9));
    List<UUID> uploads =
        List.of(
            hand.upload(clerk, PileFiles.pdf("x"), "a.pdf"),
            hand.upload(clerk, jpeg, "b.jpg"),
            hand.upload(clerk, SampleFiles.image("png", PileFiles.signed(2)), "c.png"),
            hand.upload(clerk, SampleFiles.image("tiff", PileFiles.signed(3)), "d.tif"));
    UUID id = piles.make(clerk.act(), uploads);
    var _ = hand.read(clerk, id);
    int version =
        piles.save(
            clerk.act(), id, 0, new Cuts(Set.of(1), Set.of(), Set.of(), Map.of(1, 90, 2, 270)));
    piles.cut(clerk.act(), id, version);
    UUID letter = piles.open(id, clerk.scope()).letters().getFirst().id();
    byte[] pdf = attached(diarise(clerk, letters.open(letter, clerk.scope()).upload()));
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(4);
      assertThat(document.getPage(0).getRotation()).isEqualTo(90);
      assertThat(document.getPage(1).getRotation()).isEqualTo(270);
    }
    // The photograph went in with its own bytes: what a court sees is what the scanner made.
    String inside = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(inside)
        .contains(new String(jpeg, 0, jpeg.length, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  @Holds("OP-127")
  void two_clerks_cutting_one_pile_overwrite_nothing_of_each_other() {
    UUID id = hand.pile(clerk, "xxxx");
    assertThat(piles.save(clerk.act(), id, 0, cuts(1, 3))).isEqualTo(1);
    refused(PileRefusal.PILE_CHANGED, () -> piles.save(second.act(), id, 0, cuts(1, 2)));
    refused(PileRefusal.PILE_CHANGED, () -> piles.cut(second.act(), id, 0));
    assertThat(piles.open(id, second.scope()).firsts()).containsExactlyInAnyOrder(1, 3);
    // Having seen it, the second goes on from there.
    assertThat(piles.save(second.act(), id, 1, cuts(1, 2, 3))).isEqualTo(2);
  }

  @Test
  void what_was_sent_twice_is_kept_once() {
    UUID id = hand.pile(clerk, "xxxx");
    var act = clerk.act();
    assertThat(piles.save(act, id, 0, cuts(1, 3))).isEqualTo(1);
    assertThat(piles.save(act, id, 0, cuts(1, 3))).isEqualTo(1);
    assertThat(piles.open(id, clerk.scope()).version()).isEqualTo(1);
  }

  @Test
  @Holds("OP-127")
  void a_letter_that_two_have_open_gets_one_number() {
    Pile pile = hand.cut(clerk, "xx", 1, 2);
    UUID first = pile.letters().getFirst().id();
    UUID mine = letters.open(first, clerk.scope()).upload();
    UUID his = letters.open(first, second.scope()).upload();
    assertThat(letters.open(first, clerk.scope()).upload()).isEqualTo(mine);
    PaperId paper = diarise(clerk, mine);
    refused(PileRefusal.LETTER_DIARISED, () -> diarise(second, his));
    refused(PileRefusal.LETTER_DIARISED, () -> letters.open(first, second.scope()));
    assertThat(piles.open(pile.id(), clerk.scope()).letters().getFirst().paper()).isEqualTo(paper);
    // The next that nobody has open is offered first.
    var last = pile.letters().getLast().id();
    assertThat(letters.after(first, second.scope())).contains(last);
  }

  @Test
  void a_pile_is_cut_again_around_what_has_its_number_and_the_old_letters_are_letters_no_more() {
    Pile pile = hand.cut(clerk, "xxxxx", 1, 3);
    UUID first = pile.letters().getFirst().id();
    PaperId paper = diarise(clerk, letters.open(first, clerk.scope()).upload());
    UUID wrong = pile.letters().getLast().id();
    UUID open = letters.open(wrong, clerk.scope()).upload();

    piles.cutAgain(clerk.act(), pile.id(), pile.version());
    refused(PileRefusal.LETTER_WITHDRAWN, () -> diarise(clerk, open));
    refused(PileRefusal.LETTER_WITHDRAWN, () -> letters.open(wrong, clerk.scope()));

    int version = piles.open(pile.id(), clerk.scope()).version();
    // Page 1 and 2 have their letter; what is said of them changes nothing.
    version = piles.save(clerk.act(), pile.id(), version, cuts(2, 4));
    piles.cut(clerk.act(), pile.id(), version);
    Pile again = piles.open(pile.id(), clerk.scope());
    assertThat(again.letters()).extracting(PileLetter::pages).hasToString("[[1, 2], [3], [4, 5]]");
    assertThat(again.letters().getFirst().paper()).isEqualTo(paper);
  }

  @Test
  @Holds({"OP-127", "OP-52"})
  void a_pile_is_there_for_its_counter_and_for_nobody_else() {
    Pile pile = hand.cut(clerk, "xx", 1, 2);
    assertThat(piles.open(pile.id(), second.scope()).letters()).hasSize(2);
    assertThat(piles.of(second.post())).extracting(Pile.Line::id).containsExactly(pile.id());
    UUID letter = pile.letters().getFirst().id();
    for (Seat stranger : List.of(thana.hm(), thana.sho(), district.thana("दूसरा").hmAtCounter())) {
      refused(SharedRefusal.NOT_FOUND, () -> piles.open(pile.id(), stranger.scope()));
      refused(
          SharedRefusal.NOT_FOUND, () -> piles.page(pile.id(), 1, PageSize.PAGE, stranger.post()));
      refused(SharedRefusal.NOT_FOUND, () -> piles.original(pile.id(), 1, stranger.post()));
      refused(SharedRefusal.NOT_FOUND, () -> letters.open(letter, stranger.scope()));
      refused(SharedRefusal.NOT_FOUND, () -> piles.save(stranger.act(), pile.id(), 1, cuts(1)));
      assertThat(piles.of(stranger.post())).isEmpty();
      assertThat(letters.after(letter, stranger.scope())).isEmpty();
    }
  }

  @Test
  void the_scan_stays_as_it_came_and_the_ledger_names_it_with_every_page() throws IOException {
    byte[] scan = PileFiles.pdf("xx.x");
    UUID id = piles.make(clerk.act(), List.of(hand.upload(clerk, scan, "ढेर.pdf")));
    var _ = hand.read(clerk, id);
    int version =
        piles.save(clerk.act(), id, 0, new Cuts(Set.of(1, 4), Set.of(2), Set.of(), Map.of()));
    piles.cut(clerk.act(), id, version);
    try (var original = piles.original(id, 1, clerk.post()).content()) {
      assertThat(original.readAllBytes()).isEqualTo(scan);
    }
    Map<String, String> written =
        ledger.of("pile/" + id).stream()
            .collect(
                Collectors.toMap(Ledger.Written::act, one -> new String(one.preimage(), UTF_8)));
    assertThat(written.get("scanning.pile_made"))
        .contains(HexFormat.of().formatHex(Sha256.of(scan)));
    assertThat(written.get("scanning.pile_cut"))
        .contains("\"letters\":[[1],[4]]", "\"removed\":[2]", "\"blank\":[3]");

    UUID letter = piles.open(id, clerk.scope()).letters().getLast().id();
    PaperId paper = diarise(clerk, letters.open(letter, clerk.scope()).upload());
    var content = reading.card(paper, clerk.scope()).paper().content();
    assertThat(ledger.of("content/" + content))
        .filteredOn(one -> one.act().equals("scanning.letter_filed"))
        .singleElement()
        .satisfies(one ->
            assertThat(new String(one.preimage(), UTF_8)).contains(id.toString(), "\"pages\":[4]"));
  }

  @Test
  void what_cannot_be_a_pile_is_refused_and_stays_what_it_was() {
    UUID high = hand.upload(clerk, SampleFiles.pdf(301), "high.pdf");
    refused(PileRefusal.PILE_TOO_HIGH, () -> piles.make(clerk.act(), List.of(high)));
    refused(PileRefusal.PILE_EMPTY, () -> piles.make(clerk.act(), List.of()));
    refused(PileRefusal.PILE_EMPTY, () -> piles.make(second.act(), List.of(high)));
    assertThat(attachments.uploads(List.of(high), clerk.person())).hasSize(1);
    UUID id = hand.pile(clerk, "x");
    refused(SharedRefusal.NOT_UNDERSTOOD, () -> piles.save(clerk.act(), id, 0, cuts(2)));
    refused(
        PileRefusal.PILE_NOT_CUT,
        () -> piles.cutAgain(clerk.act(), id, piles.open(id, clerk.scope()).version()));
    refused(
        DeskRefusal.UPLOAD_GONE,
        () -> {
          UUID upload = hand.upload(clerk, PileFiles.pdf("x"), "once.pdf");
          piles.make(clerk.act(), List.of(upload));
          diarise(clerk, upload);
        });
  }

  private static void refused(Refused.Reason reason, Runnable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
