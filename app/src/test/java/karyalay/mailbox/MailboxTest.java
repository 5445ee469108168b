package karyalay.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Diary;
import karyalay.dak.Particulars;
import karyalay.dak.ReceiptReading;
import karyalay.dak.Sheet;
import karyalay.dak.Writing;
import karyalay.documents.Documents;
import karyalay.documents.Messages;
import karyalay.documents.SampleFiles;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The office's mailbox on a real server.
@KaryalayTest
@ResourceLock("mail server")
class MailboxTest {
  @Autowired Given given;
  @Autowired Mailboxes boxes;
  @Autowired Mailing mailing;
  @Autowired Intake intake;
  @Autowired IntakeStore intakes;
  @Autowired BoxStore store;
  @Autowired BoxSecrets secrets;
  @Autowired Messages messages;
  @Autowired Documents documents;
  @Autowired Diary diary;
  @Autowired ReceiptReading reading;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  @TempDir Path folder;

  Given.District district;
  Given.Thana thana;
  GreenMail server;
  GreenMailUser user;
  UUID box;

  @BeforeEach
  void a_server() {
    district = given.district();
    thana = district.thana("सौरिख");
    server = Mailboxes.server(ServerSetup.PROTOCOL_IMAP);
    user = Mailboxes.user(server);
    box = boxes.box(thana, server.getImap().getPort(), Box.Tls.NONE, "");
  }

  @AfterEach
  void no_server() {
    boxes.off(box);
    server.stop();
  }

  Seat clerk() {
    return thana.hmAtCounter();
  }

  List<Mail> tray() {
    return mailing.of(thana.counter(), Mail.State.WAITING, 0, 100);
  }

  void fetched(int mails) {
    boxes.until(box, () -> boxes.reached(box) && boxes.subjects(box).size() == mails);
  }

  @Test
  @Holds("OP-31")
  void an_e_mail_is_taken_in_and_diarised_once_with_its_enclosure_as_pages() throws Exception {
    Mailboxes.deliver(user, withPdf(Mailboxes.id(), "आख्या प्रेषण"));
    fetched(1);
    Mail mail = tray().getFirst();
    assertThat(mail.subject()).isEqualTo("आख्या प्रेषण");
    assertThat(mail.fromAddress()).isEqualTo("dm@example.in");
    ContentId entry = mailing.begin(clerk().act(), mail.id(), Set.of(1));
    var kept = reading.entry(entry, clerk().post());
    assertThat(kept.particulars().arrival().mode()).isEqualTo("e-mail");
    assertThat(kept.particulars().subject()).isEqualTo("आख्या प्रेषण");
    assertThat(kept.particulars().sender().email()).isEqualTo("dm@example.in");
    assertThat(kept.uploads()).as("its words, and the PDF").hasSize(2);
    PaperId paper = number(entry);
    assertThat(tray()).isEmpty();
    Mail settled = mailing.of(clerk().post(), Mail.State.DIARISED, 0, 10).getFirst();
    Mail.Settled how = java.util.Objects.requireNonNull(settled.settled());
    assertThat(how.lead()).isEqualTo(paper);
    assertThat(reading.open(paper, clerk().scope()).receipt().origin().source())
        .isEqualTo(mail.id());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> mailing.begin(clerk().act(), mail.id(), Set.of()))
        .satisfies(refused -> {
          assertThat(refused.reason()).isEqualTo(MailboxRefusal.DIARISED);
          assertThat(refused.arguments()).containsExactly(how.number());
        });
  }

  private PaperId number(ContentId entry) {
    var kept = reading.entry(entry, clerk().post());
    return diary.diarise(clerk().act(), new Sheet(entry, written(), kept.uploads(), true), null);
  }

  private static Particulars written() {
    return Writing.letter()
        .with(w -> {
          w.physical = false;
          w.mode = "e-mail";
          w.letterNumber = "";
        })
        .done();
  }

  private static byte[] withPdf(String id, String subject) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(
        """
        Message-ID: <%s@example.in>
        From: DM <dm@example.in>
        Date: Mon, 12 Oct 2026 10:15:00 +0530
        Subject: %s
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        संलग्न देखें
        --b
        Content-Type: application/pdf; name="akhya.pdf"
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="akhya.pdf"

        """
            .formatted(id, subject)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.write(Base64.getMimeEncoder().encode(SampleFiles.pdf(2)));
    out.write("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Test
  @Holds("OP-31")
  void of_two_clerks_at_once_one_gets_the_number_and_the_other_is_told_which() throws Exception {
    Seat second = district.charge(thana.si(), thana.counter(), karyalay.shared.Capacity.MEMBER);
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "एक पत्र"));
    fetched(1);
    UUID message = tray().getFirst().id();
    ContentId first = mailing.begin(clerk().act(), message, Set.of());
    ContentId other = mailing.begin(second.act(), message, Set.of());
    assertThat(other).isNotEqualTo(first);
    assertThat(tray().getFirst().begun()).isNotEmpty();
    PaperId paper = number(first);
    String number = reading.open(paper, clerk().scope()).receipt().number().number();
    var kept = reading.entry(other, second.post());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            diary.diarise(second.act(), new Sheet(other, written(), kept.uploads(), true), null))
        .satisfies(refused -> assertThat(refused.arguments()).containsExactly(number));
    assertThat(reading.entry(other, second.post()).uploads())
        .as("nothing of it is lost")
        .hasSize(1);
  }

  @Test
  @Holds("OP-31")
  void a_message_delivered_moved_or_copied_again_is_not_doubled() throws Exception {
    String id = Mailboxes.id();
    Mailboxes.deliver(user, Mailboxes.mail(id, "वही"));
    fetched(1);
    Mailboxes.deliver(user, "Received: by another.example\n" + Mailboxes.mail(id, "वही"));
    boxes.until(box, () -> boxes.places(box) == 2);
    assertThat(boxes.subjects(box)).containsExactly("वही");
    Mailboxes.deliver(user, Mailboxes.mail(id, "उसी संख्या का दूसरा पत्र"));
    fetched(2);
  }

  @Test
  void when_the_server_counts_anew_the_same_messages_are_not_taken_again() throws Exception {
    String id = Mailboxes.id();
    Mailboxes.deliver(user, Mailboxes.mail(id, "पुराना"));
    fetched(1);
    long before = boxes.find(box).state().validity();
    server.stop();
    // This server counts by the second in which it began.
    org.awaitility.Awaitility.await().until(() -> Instant.now().getEpochSecond() > before);
    server = Mailboxes.server(ServerSetup.PROTOCOL_IMAP);
    user = Mailboxes.user(server);
    db.sql("UPDATE mailbox.box SET port = ? WHERE id = ?")
        .params(server.getImap().getPort(), box)
        .update();
    Mailboxes.deliver(user, Mailboxes.mail(id, "पुराना"));
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "नया"));
    fetched(2);
    assertThat(boxes.find(box).state().validity()).isNotEqualTo(before);
    assertThat(boxes.subjects(box)).containsExactly("पुराना", "नया");
  }

  @Test
  void it_is_marked_there_only_when_it_is_safe_here() throws Exception {
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "अ"));
    var folder = server.getManagers().getImapHostManager().getInbox(user);
    assertThat(folder.getMessages().getFirst().getFlags().contains(Flags.Flag.SEEN)).isFalse();
    fetched(1);
    assertThat(folder.getMessages().getFirst().getFlags().contains(Flags.Flag.SEEN)).isTrue();
    assertThat(
            db.sql("SELECT count(*) FROM mailbox.place WHERE box = ? AND marked_at IS NOT NULL")
                .param(box)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void it_is_moved_where_the_office_wants_it() throws Exception {
    UUID moving = boxes.box(thana, server.getImap().getPort(), Box.Tls.NONE, "Karyalay");
    boxes.off(box);
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "चलो"));
    boxes.until(moving, () -> boxes.reached(moving) && boxes.subjects(moving).size() == 1);
    var host = server.getManagers().getImapHostManager();
    assertThat(host.getInbox(user).getMessageCount()).isZero();
    assertThat(host.getFolder(user, "Karyalay").getMessageCount()).isEqualTo(1);
    boxes.off(moving);
  }

  @Test
  @Holds("OP-31")
  void a_message_of_sixty_megabytes_is_taken_and_a_larger_one_is_named_and_left() throws Exception {
    byte[] mail = large(Mailboxes.id(), 44 << 20);
    assertThat(mail.length).isGreaterThan(60_000_000);
    Mailboxes.deliver(user, mail);
    fetched(1);
    Mail.Open taken = mailing.open(tray().getFirst().id(), thana.counter());
    assertThat(taken.mail().bytes()).isGreaterThan(60_000_000);
    assertThat(taken.mail().document()).isNotNull();
    assertThat(taken.enclosures().getFirst().refusal())
        .isEqualTo("refusal.documents.TYPE_NOT_TAKEN");
    // Nobody answers at port 1: until it is held here, the program's own worker gets nothing from
    // it.
    UUID small = boxes.box(thana("ठठिया"), 1, Box.Tls.NONE, "");
    var narrow = new Fetching(store, intakes, intake, messages, secrets, time, 60, 1_000_000);
    UUID lease = boxes.hold(small, server.getImap().getPort());
    narrow.read(boxes.find(small), lease);
    assertThat(boxes.reached(small)).isTrue();
    var left =
        db.sql(
                "SELECT document IS NULL AND bytes > 60000000 AND subject = 'बहुत बड़ी' FROM mailbox.message WHERE box = ?")
            .param(small)
            .query(Boolean.class)
            .list();
    boxes.off(small);
    assertThat(left).containsExactly(true);
  }

  private Given.Thana thana(String name) {
    return given.district().thana(name);
  }

  private static byte[] large(String id, int bytes) throws IOException {
    var out = new ByteArrayOutputStream(bytes / 2 * 3);
    out.write(
        """
        Message-ID: <%s@example.in>
        From: Bada <bada@example.in>
        Subject: बहुत बड़ी
        Content-Type: application/octet-stream; name="film.bin"
        Content-Transfer-Encoding: base64

        """
            .formatted(id)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    byte[] noise = new byte[bytes];
    new Random(7).nextBytes(noise);
    noise[0] = 'x';
    out.write(Base64.getMimeEncoder().encode(noise));
    return out.toByteArray();
  }

  @Test
  @Holds("OP-31")
  void broken_encodings_and_missing_headers_are_taken_and_shown_as_well_as_can_be()
      throws Exception {
    Mailboxes.deliver(user, "X-Nothing: at all\n\nन कोई प्रेषक, न दिनांक");
    Mailboxes.deliver(
        user,
        "Subject: =?UTF-8?B?4KSV?= =?x-nope?Q?=E0=A4=96?=\nContent-Type: text/plain; charset=klingon\n\nपाठ");
    Mailboxes.deliver(
        user, "Subject: सीमा\nContent-Type: multipart/mixed; boundary=\"zz\"\n\n--aa\n\nकुछ शब्द");
    fetched(3);
    assertThat(boxes.subjects(box)).containsExactlyInAnyOrder("", "कख", "सीमा");
    for (Mail mail : tray()) {
      assertThat(mail.document()).isNotNull();
      ContentId entry = mailing.begin(clerk().act(), mail.id(), Set.of());
      assertThat(reading.entry(entry, clerk().post()).uploads()).hasSize(1);
    }
  }

  @Test
  void what_we_do_not_take_is_named_with_the_reason_and_kept_in_the_mail() throws Exception {
    byte[] mail =
        """
        Message-ID: <%s@x>
        Subject: exe
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: application/x-msdownload; name="a.exe"
        Content-Disposition: attachment; filename="../../a.exe"

        MZ program
        --b
        Content-Type: message/rfc822

        Subject: inner

        x
        --b--
        """
            .formatted(Mailboxes.id())
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    UUID id = intake.receive(box, new java.io.ByteArrayInputStream(mail));
    var open = mailing.open(id, thana.counter());
    assertThat(open.enclosures())
        .extracting(Mail.Enclosure::refusal)
        .containsExactly("refusal.documents.TYPE_NOT_TAKEN", "refusal.documents.MAIL_IN_MAIL");
    try (var in =
        documents.original(java.util.Objects.requireNonNull(open.mail().document())).content()) {
      assertThat(in.readAllBytes()).isEqualTo(mail);
    }
    assertThat(intake.receive(box, new java.io.ByteArrayInputStream(mail))).isEqualTo(id);
  }

  @Test
  void a_wrong_password_a_missing_one_and_a_silent_server_are_said_and_nothing_is_lost()
      throws Exception {
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "बचा रहे"));
    String name = boxes.find(box).facts().name();
    System.setProperty("karyalay.imap.password." + name, "wrong");
    boxes.until(box, () -> boxes.find(box).state().fault() == Box.Fault.PASSWORD);
    assertThat(boxes.find(box).state().nextAt()).isAfter(time.now().plusSeconds(20));
    System.clearProperty("karyalay.imap.password." + name);
    boxes.until(box, () -> boxes.find(box).state().fault() == Box.Fault.NO_PASSWORD);
    Path file = Files.writeString(folder.resolve("password"), "secret\n");
    System.setProperty("karyalay.imap.password.file." + name, file.toString());
    fetched(1);
    assertThat(boxes.find(box).state().fault()).isNull();
    server.stop();
    boxes.until(box, () -> boxes.find(box).state().fault() == Box.Fault.SERVER);
    int tries = boxes.find(box).state().tries();
    boxes.until(box, () -> boxes.find(box).state().tries() > tries + 1);
    assertThat(boxes.find(box).state().nextAt())
        .as("growing pauses")
        .isAfter(time.now().plusSeconds(60));
    assertThat(boxes.subjects(box)).containsExactly("बचा रहे");
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_is_told_nothing() {
    var secure = Mailboxes.server(ServerSetup.PROTOCOL_IMAPS);
    var _ = Mailboxes.user(secure);
    UUID tls = boxes.box(thana, secure.getImaps().getPort(), Box.Tls.TLS, "");
    boxes.until(tls, () -> boxes.find(tls).state().fault() == Box.Fault.CERTIFICATE);
    boxes.off(tls);
    secure.stop();
  }

  @Test
  void two_nodes_at_once_take_each_message_once() throws Exception {
    for (int i = 0; i < 12; i++)
      Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "क्रम " + i));
    try (var nodes = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++)
        nodes.submit(() -> {
          var other = new Fetching(store, intakes, intake, messages, secrets, time, 60, 0);
          for (int n = 0; n < 5; n++) {
            db.sql("UPDATE mailbox.box SET next_at = 'epoch', leased_until = NULL WHERE id = ?")
                .param(box)
                .update();
            var _ = other.next();
          }
        });
    }
    fetched(12);
    assertThat(boxes.subjects(box)).doesNotHaveDuplicates();
  }

  @Test
  void only_members_of_the_counter_see_it() throws Exception {
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "गोपनीय नहीं, पर पटल का"));
    fetched(1);
    UUID id = tray().getFirst().id();
    for (Seat other :
        List.of(thana.sho(), thana.hm(), district.sp, thana("तिर्वा").hmAtCounter())) {
      assertThat(mailing.of(other.post(), Mail.State.WAITING, 0, 10)).isEmpty();
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> mailing.open(id, other.post()))
          .extracting(Refused::reason)
          .isEqualTo(SharedRefusal.NOT_FOUND);
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> mailing.begin(other.act(), id, Set.of()))
          .extracting(Refused::reason)
          .isEqualTo(SharedRefusal.NOT_FOUND);
    }
  }

  @Test
  void what_is_no_dak_is_put_aside_with_a_reason_and_can_be_had_back() throws Exception {
    Mailboxes.deliver(user, Mailboxes.mail(Mailboxes.id(), "लॉटरी"));
    fetched(1);
    UUID id = tray().getFirst().id();
    refused(
        MailboxRefusal.REASON_NEEDED,
        () -> mailing.putAside(clerk().act(), id, Mail.Reason.OTHER, " "));
    mailing.putAside(clerk().act(), id, Mail.Reason.SPAM, "");
    refused(MailboxRefusal.PUT_ASIDE, () -> mailing.begin(clerk().act(), id, Set.of()));
    assertThat(mailing.of(clerk().post(), Mail.State.NOT_DAK, 0, 10)).hasSize(1);
    mailing.takeBack(clerk().act(), id);
    assertThat(tray()).hasSize(1);
    refused(MailboxRefusal.NOT_PUT_ASIDE, () -> mailing.takeBack(clerk().act(), id));
  }

  private static void refused(
      Refused.Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  @Test
  void a_reply_to_a_letter_of_ours_is_shown_as_one() throws Exception {
    UUID sent = UUID.randomUUID();
    db.sql(
            """
            INSERT INTO notices.mail (id, office, recipient, subject, body, document_name, message_id, state,
                                      made_at, next_at, settled_at)
            VALUES (?, ?, 'dm@example.in', 'x', 'x', '', ?, 'SENT', now(), now(), now())
            """)
        .params(sent, thana.id().value(), "<" + sent + "@karyalay.invalid>")
        .update();
    Mailboxes.deliver(
        user,
        "In-Reply-To: <" + sent + "@karyalay.invalid>\n" + Mailboxes.mail(Mailboxes.id(), "Re: x"));
    fetched(1);
    assertThat(tray().getFirst().answers()).isEqualTo("dm@example.in");
  }
}
