package karyalay.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.documents.Documents;
import karyalay.drafts.LetterId;
import karyalay.files.InFiles;
import karyalay.notices.MailLine;
import karyalay.notices.MailState;
import karyalay.notices.PlainServer;
import karyalay.notices.PlainServer.Temper;
import karyalay.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
@ResourceLock("mail server")
class MailTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired Dispatching dispatching;
  @Autowired DispatchReading reading;
  @Autowired Documents documents;
  @Autowired MailLine line;
  @Autowired JdbcClient db;

  Given.Thana thana;
  String address;
  LetterId letter;

  @BeforeEach
  void a_letter_to_an_office_outside() {
    line.noServer();
    thana = given.district().thana("सौरिख");
    address = "dm-" + thana.office().code().toLowerCase(java.util.Locale.ROOT) + "@example.in";
    letter =
        signed.letter(
            thana.sho(),
            in.open(thana.sho()),
            thana.sho(),
            signed.outside(thana.sho(), "जिलाधिकारी कन्नौज", "कलेक्ट्रेट, कन्नौज", address));
  }

  @AfterEach
  void no_server() {
    line.noServer();
  }

  @Test
  @Holds("OP-77")
  void a_letter_leaves_by_e_mail_with_its_pdf_to_a_real_server_once() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      UUID mail = send();
      assertThat(item().state()).isEqualTo(ItemState.ON_WAY);
      line.server(server.getSmtp().getPort());
      assertThat(line.until(mail, MailState.SENT)).isEqualTo(MailState.SENT);
      line.round();
      List<MimeMessage> got =
          Arrays.stream(server.getReceivedMessages()).filter(this::mine).toList();
      assertThat(got).hasSize(1);
      MimeMessage message = got.getFirst();
      assertThat(message.getMessageID()).isEqualTo("<" + mail + "@karyalay.invalid>");
      assertThat(message.getSubject()).contains(signed.number(letter), "लंबित विवेचनाओं");
      var parts = (MimeMultipart) message.getContent();
      assertThat(parts.getBodyPart(0).getContent().toString()).contains(signed.number(letter));
      var pdf = parts.getBodyPart(1);
      assertThat(pdf.getContentType()).startsWith("application/pdf");
      byte[] sent = pdf.getInputStream().readAllBytes();
      assertThat(sent).isEqualTo(original());
      assertThat(item().state()).isEqualTo(ItemState.SENT);
    } finally {
      server.stop();
    }
  }

  private boolean mine(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString().equals(address);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] original() throws IOException {
    var sheet = reading.open(letter, thana.sho().scope());
    try (var in = documents.original(sheet.document()).content()) {
      return in.readAllBytes();
    }
  }

  @Test
  void without_a_server_the_letter_waits_and_nothing_is_lost() {
    UUID mail = send();
    line.round();
    assertThat(line.state(mail)).isEqualTo(MailState.WAITING);
    assertThat(item().state()).isEqualTo(ItemState.ON_WAY);
  }

  @Test
  @Holds("OP-78")
  void a_server_that_refuses_gives_the_letter_back_with_its_own_sentence() throws IOException {
    try (var server = new PlainServer(Temper.REFUSES_ADDRESS)) {
      UUID mail = send();
      line.server(server.port());
      line.until(mail, MailState.REFUSED);
      assertThat(item().state()).isEqualTo(ItemState.RETURNED);
      assertThat(item().reason()).isEqualTo("550 5.1.1 No such user here");
    }
    // The same letter may go another way, under the same number.
    String number = signed.number(letter);
    dispatching.send(thana.hmAtCounter().act(), letter, List.of(1), new Conveyance.Post(""));
    assertThat(item().state()).isEqualTo(ItemState.SENT);
    assertThat(signed.number(letter)).isEqualTo(number);
  }

  @Test
  void a_server_that_asks_for_patience_is_asked_again_later() throws IOException {
    try (var server = new PlainServer(Temper.ASKS_FOR_PATIENCE)) {
      UUID mail = send();
      line.server(server.port());
      waitsWith(mail, "451 4.7.1 Greylisted, try again");
      assertThat(tries(mail)).as("not hammered").isEqualTo(1);
      assertThat(nextIn(mail)).isBetween(20L, 31L);
      line.due(mail);
      waitsLonger(mail);
    }
  }

  @Test
  void a_server_that_hangs_is_borne_a_while_and_the_letter_waits() throws IOException {
    try (var server = new PlainServer(Temper.SAYS_NOTHING)) {
      UUID mail = send();
      line.server(server.port());
      long begun = System.nanoTime();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            line.round();
            return !line.answer(mail).isEmpty();
          });
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
      assertThat(line.state(mail)).isEqualTo(MailState.WAITING);
      assertThat(item().state()).isEqualTo(ItemState.ON_WAY);
    }
  }

  @Test
  void a_server_that_hangs_up_with_the_letter_in_hand_leaves_it_uncertain() throws IOException {
    try (var server = new PlainServer(Temper.HANGS_UP_AFTER_THE_LETTER)) {
      UUID mail = send();
      line.server(server.port());
      line.until(mail, MailState.UNCERTAIN);
      line.round();
      assertThat(tries(mail)).as("never sent again by itself").isEqualTo(1);
      assertThat(item().mailUncertain()).isTrue();
    }
  }

  @Test
  @Holds("OP-77")
  void after_a_crash_in_between_it_is_uncertain_and_sent_again_only_by_a_person() throws Exception {
    UUID mail = send();
    line.died(mail);
    line.until(mail, MailState.UNCERTAIN);
    assertThat(item().mailUncertain()).isTrue();
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      line.server(server.getSmtp().getPort());
      line.round();
      assertThat(line.state(mail)).isEqualTo(MailState.UNCERTAIN);
      dispatching.sendAgain(thana.hmAtCounter().act(), letter, 1);
      line.until(mail, MailState.SENT);
      assertThat(Arrays.stream(server.getReceivedMessages()).filter(this::mine)).hasSize(1);
      assertThat(item().state()).isEqualTo(ItemState.SENT);
    } finally {
      server.stop();
    }
    assertThatThrownBy(() -> dispatching.sendAgain(thana.hmAtCounter().act(), letter, 1))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(DispatchRefusal.NOTHING_TO_SEND_AGAIN));
  }

  private UUID send() {
    Seat counter = thana.hmAtCounter();
    dispatching.send(counter.act(), letter, List.of(1), new Conveyance.Email(""));
    return db.sql("SELECT mail FROM dispatch.item WHERE letter = ?")
        .param(letter.value())
        .query(UUID.class)
        .single();
  }

  private Item item() {
    return reading.items(reading.open(letter, thana.sho().scope())).getFirst();
  }

  private void waitsWith(UUID mail, String answer) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          line.round();
          assertThat(line.answer(mail)).isEqualTo(answer);
          assertThat(line.state(mail)).isEqualTo(MailState.WAITING);
        });
  }

  private void waitsLonger(UUID mail) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          line.round();
          assertThat(nextIn(mail)).isBetween(40L, 61L);
        });
  }

  private int tries(UUID mail) {
    return db.sql("SELECT tries FROM notices.v_mail WHERE id = ?")
        .param(mail)
        .query(Integer.class)
        .single();
  }

  private long nextIn(UUID mail) {
    return db.sql(
            "SELECT extract(epoch FROM next_at - now())::bigint FROM notices.v_mail WHERE id = ?")
        .param(mail)
        .query(Long.class)
        .single();
  }
}
