package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;
import static karyalay.dispatch.SignedLetters.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Pavatis;
import karyalay.dak.ReceiptReading;
import karyalay.desk.Attachments;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.documents.SampleFiles;
import karyalay.drafts.DraftsRefusal;
import karyalay.drafts.LetterId;
import karyalay.drafts.Letters;
import karyalay.files.InFiles;
import karyalay.organisation.Series;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class DispatchingTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired Dispatching dispatching;
  @Autowired DispatchReading reading;
  @Autowired DispatchLists lists;
  @Autowired CarriageWorker worker;
  @Autowired Letters letters;
  @Autowired Reading desk;
  @Autowired ReceiptReading receipts;
  @Autowired Pavatis pavatis;
  @Autowired Movements movements;
  @Autowired Attachments attachments;
  @Autowired Series series;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Given.Thana other;
  PaperId file;

  @BeforeEach
  void a_thana_with_a_file() {
    district = given.district();
    thana = district.thana("सौरिख");
    other = district.thana("तालग्राम");
    file = in.open(thana.sho());
  }

  @Test
  @Holds({"OP-77", "OP-76", "OP-29"})
  void a_letter_to_our_own_post_arrives_as_diarised_dak_with_its_pdf_and_its_pavati() {
    LetterId letter = toPosts(other.sho());
    send(thana.hmAtCounter(), letter, new Conveyance.OwnOffice(), 1);
    carry();

    Item item = items(letter).getFirst();
    assertThat(item.state()).isEqualTo(ItemState.ACKNOWLEDGED);
    assertThat(item.number()).endsWith("/" + other.office().code());
    PaperId dak = paperOf(item);
    var card = desk.open(dak, other.sho().scope());
    assertThat(card.paper().heldBy(other.sho().post())).isTrue();
    assertThat(card.paper().number()).isEqualTo(item.number());
    assertThat(card.paper().title()).isEqualTo("लंबित विवेचनाओं के संबंध में");
    var it = receipts.open(dak, other.sho().scope()).receipt().particulars();
    assertThat(it.letterNumber()).isEqualTo(signed.number(letter));
    assertThat(it.arrival().physical()).isFalse();
    assertThat(it.sender().designation()).isEqualTo("थानाध्यक्ष");
    var pdf = attachments.of(card.paper().content()).getFirst();
    assertThat(pdf.pages()).isEqualTo(2);
    var pavati = pavatis.of(dak, other.sho().scope()).orElseThrow();
    assertThat(pavati.number()).isEqualTo(item.number());
    assertThat(pavati.nameHi()).isNotBlank();
    assertThat(pavati.electronic()).isTrue();
  }

  @Test
  @Holds("OP-77")
  void the_sender_gets_no_reach_into_the_papers_of_the_receiver() {
    LetterId letter = toPosts(other.sho());
    send(thana.hmAtCounter(), letter, new Conveyance.OwnOffice(), 1);
    carry();
    PaperId dak = paperOf(items(letter).getFirst());
    for (Seat outside : List.of(thana.sho(), thana.hm(), thana.hmAtCounter(), other.si()))
      refused(SharedRefusal.NOT_FOUND, () -> desk.card(dak, outside.scope()));
  }

  @Test
  void an_office_gets_its_letters_at_its_counter() {
    LetterId letter = signed.letter(thana.sho(), file, thana.sho(), to(other.id()));
    send(thana.hmAtCounter(), letter, new Conveyance.OwnOffice(), 1);
    carry();
    PaperId dak = paperOf(items(letter).getFirst());
    assertThat(desk.card(dak, other.hmAtCounter().scope()).paper().heldBy(other.counter()))
        .isTrue();
  }

  @Test
  @Holds("OP-76")
  void the_registry_of_the_office_sends_unless_somebody_says_that_he_does() {
    LetterId letter = toPosts(other.sho());
    Seat counter = thana.hmAtCounter();
    assertThat(waiting(counter)).contains(letter);
    assertThat(waiting(thana.sho())).as("who signed may send it himself").contains(letter);
    assertThat(waiting(other.hmAtCounter())).doesNotContain(letter);
    for (Seat stranger : List.of(other.sho(), other.hmAtCounter(), thana.si()))
      refused(SharedRefusal.NOT_FOUND, () -> send(stranger, letter, new Conveyance.OwnOffice(), 1));
    refused(NOT_YOURS_TO_SEND, () -> send(district.co, letter, new Conveyance.OwnOffice(), 1));

    dispatching.assign(thana.sho().act(), letter, true);
    assertThat(waiting(counter)).doesNotContain(letter);
    refused(SharedRefusal.NOT_FOUND, () -> send(counter, letter, new Conveyance.OwnOffice(), 1));
    dispatching.assign(thana.sho().act(), letter, false);
    send(counter, letter, new Conveyance.OwnOffice(), 1);
  }

  @Test
  @Holds({"OP-44", "OP-76"})
  void the_file_is_barred_from_closing_until_the_letter_has_gone_to_all() {
    LetterId letter = toPosts(other.sho(), district.co);
    send(thana.hmAtCounter(), letter, new Conveyance.OwnOffice(), 1);
    assertThat(signed.state(letter)).isEqualTo("SIGNED");
    assertThat(holds()).isEqualTo(1);
    send(thana.hmAtCounter(), letter, new Conveyance.ByHand(null), 2);
    assertThat(signed.state(letter)).isEqualTo("DISPATCHED");
    assertThat(holds()).isZero();
    assertThat(waiting(thana.hmAtCounter())).doesNotContain(letter);
  }

  @Test
  void a_double_press_sends_once_and_a_second_press_is_refused() {
    LetterId letter = toPosts(other.sho());
    var act = thana.hmAtCounter().act();
    var how = new Conveyance.OwnOffice();
    dispatching.send(act, letter, List.of(1), how);
    dispatching.send(act, letter, List.of(1), how);
    refused(ALREADY_SENT, () -> send(thana.hmAtCounter(), letter, how, 1));
    carry();
    carry();
    assertThat(daksWithNumber(signed.number(letter))).isEqualTo(1);
    refused(ALREADY_SENT, () -> send(thana.hmAtCounter(), letter, how, 1));
  }

  @Test
  @Holds({"OP-77", "OP-78"})
  void speed_post_is_proved_by_its_number_and_a_returned_letter_keeps_its_own() {
    LetterId letter = toCourt();
    Seat counter = thana.hmAtCounter();
    String number = signed.number(letter);
    refused(
        TRACKING_MALFORMED,
        () -> send(counter, letter, new Conveyance.SpeedPost("", "EU123456789IN"), 1));
    send(counter, letter, new Conveyance.SpeedPost("", "EU123456785IN"), 1);
    assertThat(items(letter).getFirst().tracking()).isEqualTo("EU123456785IN");

    refused(REASON_NEEDED, () -> dispatching.returned(counter.act(), letter, 1, " "));
    dispatching.returned(counter.act(), letter, 1, "पता अपूर्ण");
    assertThat(lists.returned(counter.scope()))
        .anySatisfy(line -> {
          assertThat(line.letter()).isEqualTo(letter);
          assertThat(line.reason()).isEqualTo("पता अपूर्ण");
        });
    refused(NOT_OUT, () -> dispatching.returned(counter.act(), letter, 1, "फिर"));

    send(counter, letter, new Conveyance.Post("कलेक्ट्रेट, कन्नौज 209725"), 1);
    assertThat(signed.number(letter)).isEqualTo(number);
    Item again = items(letter).getFirst();
    assertThat(again.tries()).isEqualTo(2);
    assertThat(again.reason()).isEmpty();
    assertThat(lists.returned(counter.scope())).noneMatch(line -> line.letter().equals(letter));
    assertThat(reading.events(reading.open(letter, counter.scope())))
        .extracting(DispatchReading.Event::word)
        .containsExactly("SENT", "RETURNED", "SENT");
  }

  @Test
  @Holds({"OP-77", "OP-78"})
  void by_hand_and_by_messenger_are_proved_by_who_took_it_when_with_the_scan_of_his_signature() {
    LetterId letter = toCourt();
    Seat counter = thana.hmAtCounter();
    send(counter, letter, new Conveyance.Messenger(thana.si().post(), null), 1);
    Item out = items(letter).getFirst();
    assertThat(out.carrier()).isEqualTo(thana.si().mark());
    var scan =
        attachments.receive(
            counter.person(), new ByteArrayInputStream(SampleFiles.pdf(1)), "हस्ताक्षर.pdf");
    Instant at = time.now();
    var receiver = new Conveyance.Receiver("सुरेश नमूना", "पेशकार", at, scan.id());
    dispatching.acknowledge(counter.act(), letter, 1, receiver);
    Item taken = items(letter).getFirst();
    assertThat(taken.state()).isEqualTo(ItemState.ACKNOWLEDGED);
    assertThat(taken.receiverName()).isEqualTo("सुरेश नमूना");
    assertThat(taken.receiverDesignation()).isEqualTo("पेशकार");
    assertThat(taken.receivedAt()).isEqualTo(at);
    assertThat(reading.proof(reading.open(letter, counter.scope()), 1).stored().pages())
        .isEqualTo(1);
    assertThat(lists.acknowledged(counter.scope(), time.today(), time.today()))
        .anyMatch(line -> line.letter().equals(letter));
    refused(NOT_OUT, () -> dispatching.acknowledge(counter.act(), letter, 1, receiver));
  }

  @Test
  void a_scan_that_is_anothers_is_no_proof() {
    LetterId letter = toCourt();
    Seat counter = thana.hmAtCounter();
    send(counter, letter, new Conveyance.ByHand(null), 1);
    var scan =
        attachments.receive(
            other.hm().person(), new ByteArrayInputStream(SampleFiles.pdf(1)), "अन्य.pdf");
    var receiver = new Conveyance.Receiver("राम", "", time.now(), scan.id());
    refused(
        karyalay.desk.DeskRefusal.UPLOAD_GONE,
        () -> dispatching.acknowledge(counter.act(), letter, 1, receiver));
    assertThat(items(letter).getFirst().state()).isEqualTo(ItemState.SENT);
  }

  @Test
  void an_addressee_without_the_address_that_the_mode_needs_is_refused_and_nobody_gets_it() {
    LetterId letter =
        signed.letter(
            thana.sho(),
            file,
            thana.sho(),
            to(other.sho().post()),
            signed.outside(thana.sho(), "ग्राम प्रधान खड़नी", "ग्राम खड़नी", ""),
            signed.outside(thana.sho(), "सूचना अधिकारी", "", "suchana@example.in"));
    Seat counter = thana.hmAtCounter();
    refused(NO_EMAIL, () -> send(counter, letter, new Conveyance.Email(""), 2, 3));
    refused(NO_POSTAL_ADDRESS, () -> send(counter, letter, new Conveyance.Post(""), 2, 3));
    refused(NO_POST_THERE, () -> send(counter, letter, new Conveyance.OwnOffice(), 1, 2));
    refused(NO_POST_THERE, () -> send(counter, letter, new Conveyance.Messenger(gone(), null), 2));
    assertThat(items(letter)).allMatch(item -> item.state() == ItemState.TO_SEND);
  }

  @Test
  void an_office_without_any_post_is_written_to_by_post_only() {
    Given.Office empty = district.office(district.circle, "branch", "रिक्त शाखा");
    LetterId letter = signed.letter(thana.sho(), file, thana.sho(), to(empty.id()));
    Seat counter = thana.hmAtCounter();
    refused(NO_POST_THERE, () -> send(counter, letter, new Conveyance.OwnOffice(), 1));
    send(counter, letter, new Conveyance.Post("रिक्त शाखा, कन्नौज"), 1);
  }

  @Test
  @Holds("OP-78")
  void a_post_abolished_on_the_way_gives_the_letter_back_with_the_reason() {
    Seat leaving = district.seat(district.circle, "RDR", "वाचक", 30);
    LetterId letter = toPosts(leaving, other.sho());
    send(thana.hmAtCounter(), letter, new Conveyance.OwnOffice(), 1, 2);
    district.abolish(leaving.post());
    carry();
    var items = items(letter);
    assertThat(items).extracting(Item::state).contains(ItemState.RETURNED, ItemState.ACKNOWLEDGED);
    assertThat(items)
        .filteredOn(item -> item.state() == ItemState.RETURNED)
        .allMatch(item -> item.reason().contains("पद अब नहीं है"));
    assertThat(daksWithNumber(signed.number(letter))).as("the other arrived").isEqualTo(1);
    int back =
        items.stream()
            .filter(item -> item.state() == ItemState.RETURNED)
            .findFirst()
            .orElseThrow()
            .serial();
    refused(
        NO_POST_THERE, () -> send(thana.hmAtCounter(), letter, new Conveyance.OwnOffice(), back));
  }

  @Test
  @Holds({"OP-76", "OP-78"})
  void a_signed_letter_that_is_never_sent_has_its_number_voided_with_the_reason() {
    LetterId letter = toPosts(other.sho());
    Seat counter = thana.hmAtCounter();
    refused(REASON_NEEDED, () -> dispatching.voidNumber(counter.act(), letter, ""));
    dispatching.voidNumber(counter.act(), letter, "प्रकरण समाप्त");
    assertThat(signed.state(letter)).isEqualTo("CANCELLED");
    assertThat(holds()).isZero();
    assertThat(series.gaps(thana.id(), "ISSUE", time.today().getYear()))
        .anyMatch(gap -> gap.state().equals("VOID") && gap.reason().equals("प्रकरण समाप्त"));
    assertThat(reading.open(letter, counter.scope()).voided()).isEqualTo("प्रकरण समाप्त");
    refused(DraftsRefusal.NOT_SIGNED, () -> send(counter, letter, new Conveyance.OwnOffice(), 1));
  }

  @Test
  void a_letter_that_has_gone_to_one_is_not_taken_back() {
    LetterId letter = toPosts(other.sho(), district.co);
    send(thana.hmAtCounter(), letter, new Conveyance.ByHand(null), 1);
    refused(SENT_IN_PART, () -> dispatching.voidNumber(thana.hmAtCounter().act(), letter, "भूल"));
    refused(
        DraftsRefusal.STATE_DISPATCHED, () -> letters.withdraw(thana.sho().act(), letter, "भूल"));
    assertThat(signed.state(letter)).isEqualTo("SIGNED");
  }

  @Test
  @Holds("OP-85")
  void the_registry_does_not_see_a_letter_on_a_protected_paper() {
    PaperId secret = in.open(thana.sho(), karyalay.desk.Classification.CONFIDENTIAL);
    LetterId letter = signed.letter(thana.sho(), secret, thana.sho(), to(other.sho().post()));
    assertThat(waiting(thana.hmAtCounter())).doesNotContain(letter);
    refused(SharedRefusal.NOT_FOUND, () -> reading.open(letter, thana.hmAtCounter().scope()));
    send(thana.sho(), letter, new Conveyance.OwnOffice(), 1);
    carry();
    PaperId dak = paperOf(items(letter).getFirst());
    assertThat(desk.card(dak, other.sho().scope()).paper().classification())
        .isEqualTo(karyalay.desk.Classification.CONFIDENTIAL);
    assertThat(lists.register(thana.hmAtCounter().scope(), thana.id(), time.today(), time.today()))
        .filteredOn(line -> line.letter().equals(letter))
        .allMatch(line -> line.subject().isEmpty() && line.name().isEmpty())
        .hasSize(1);
  }

  private LetterId toPosts(Seat... posts) {
    var parties =
        java.util.Arrays.stream(posts)
            .map(seat -> to(seat.post()))
            .toArray(karyalay.drafts.Party[]::new);
    return signed.letter(thana.sho(), file, thana.sho(), parties);
  }

  private LetterId toCourt() {
    return signed.letter(
        thana.sho(),
        file,
        thana.sho(),
        signed.outside(thana.sho(), "मुख्य न्यायिक मजिस्ट्रेट", "न्यायालय परिसर, कन्नौज", ""));
  }

  private karyalay.shared.PostId gone() {
    var post = district.vacant(district.circle, "GON");
    district.abolish(post);
    return post;
  }

  private void send(Seat by, LetterId letter, Conveyance how, Integer... serials) {
    dispatching.send(by.act(), letter, List.of(serials), how);
  }

  /// Carries until nothing of this test's waits; a round of the program's own may be at it too.
  private void carry() {
    org.awaitility.Awaitility.await()
        .until(() -> {
          worker.round();
          return db.sql(
                      """
                      SELECT count(*) FROM dispatch.item WHERE office = ? AND state = 'ON_WAY'
                        AND mode = 'OWN_OFFICE'
                      """)
                  .param(thana.id().value())
                  .query(Integer.class)
                  .single()
              == 0;
        });
  }

  private List<Item> items(LetterId letter) {
    return reading.items(reading.open(letter, thana.sho().scope()));
  }

  private List<LetterId> waiting(Seat seat) {
    return lists.waiting(seat.scope()).stream().map(DispatchLists.Waiting::letter).toList();
  }

  private PaperId paperOf(Item item) {
    return new PaperId(
        db.sql("SELECT paper FROM dispatch.v_item WHERE id = ?")
            .param(item.id())
            .query(UUID.class)
            .single());
  }

  private int holds() {
    return db.sql("SELECT count(*) FROM desk.hold WHERE paper = ? AND bars = 'CLOSING'")
        .param(file.value())
        .query(Integer.class)
        .single();
  }

  private int daksWithNumber(String number) {
    return db.sql("SELECT count(*) FROM dak.particulars WHERE letter_number = ?")
        .param(number)
        .query(Integer.class)
        .single();
  }

  private static void refused(Refused.Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
