package karyalay.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.organisation.Posts;
import karyalay.shared.Ids;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mailboxes on real servers, for tests: sets one up for a counter, delivers to it, goes round.
@Component
public class Mailboxes {
  private final Boxes boxes;
  private final BoxStore store;
  private final Fetching fetching;
  private final Intake intake;
  private final Posts posts;
  private final JdbcClient db;

  Mailboxes(
      Boxes boxes, BoxStore store, Fetching fetching, Intake intake, Posts posts, JdbcClient db) {
    this.boxes = boxes;
    this.store = store;
    this.fetching = fetching;
    this.intake = intake;
    this.posts = posts;
    this.db = db;
  }

  static GreenMail server(String protocol) {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    return server;
  }

  static GreenMailUser user(GreenMail server) {
    return server.setUser("dak@example.in", "dak", "secret");
  }

  /// A mailbox of the thana's counter.
  public UUID box(Given.Thana thana, int port, Box.Tls tls, String movedTo) {
    String name = name();
    System.setProperty("karyalay.imap.password." + name, "secret");
    return box(thana, name, port, tls, movedTo);
  }

  UUID box(Given.Thana thana, String name, int port, Box.Tls tls, String movedTo) {
    Seat by = thana.sho();
    var district = posts.find(by.post()).orElseThrow().district();
    var facts = new Box.Facts(name, "localhost", port, tls, "dak", "INBOX", movedTo);
    return boxes.open(by.act(), district, thana.counter(), facts);
  }

  static String name() {
    return "b" + UUID.randomUUID().toString().replaceAll("[^a-z0-9]", "").substring(0, 20);
  }

  static void deliver(GreenMailUser user, byte[] raw) throws MessagingException {
    user.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
  }

  static void deliver(GreenMailUser user, String mail) throws MessagingException {
    deliver(user, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /// A small e-mail.
  static String mail(String id, String subject) {
    return """
    Message-ID: <%s@example.in>
    From: "District Magistrate" <dm@example.in>
    Date: Mon, 12 Oct 2026 10:15:00 +0530
    Subject: %s
    Content-Type: text/plain; charset=utf-8

    कृपया आख्या भेजें।
    """
        .formatted(id, subject);
  }

  /// Goes round until it is so.
  void until(UUID box, BooleanSupplier so) {
    Awaitility.await()
        // A server's thread may say what it likes of a line that was closed on it.
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          due(box);
          var _ = fetching.next();
          return so.getAsBoolean();
        });
  }

  /// Its time has come, and nobody reads it.
  void due(UUID box) {
    db.sql(
            "UPDATE mailbox.box SET next_at = now() - interval '1 hour', leased_until = NULL WHERE id = ? AND (leased_until IS NULL OR leased_until < now() + interval '14 minutes 50 seconds')")
        .param(box)
        .update();
  }

  /// Takes the mailbox away from the program's worker and lets it answer at a port.
  ///
  /// @return the lease
  UUID hold(UUID box, int port) {
    UUID lease = Ids.next();
    org.awaitility.Awaitility.await()
        .until(() ->
            db.sql(
                        """
                        UPDATE mailbox.box SET port = ?, lease = ?, leased_until = now() + interval '15 minutes'
                        WHERE id = ? AND (leased_until IS NULL OR leased_until < now())
                        """)
                    .params(port, lease, box)
                    .update()
                == 1);
    return lease;
  }

  Box find(UUID box) {
    return store.find(box).orElseThrow();
  }

  /// Whether the last round ended.
  boolean reached(UUID box) {
    return find(box).state().reachedAt() != null;
  }

  void off(UUID box) {
    db.sql("UPDATE mailbox.box SET active = false WHERE id = ?").param(box).update();
  }

  List<String> subjects(UUID box) {
    return db.sql("SELECT subject FROM mailbox.message WHERE box = ? ORDER BY taken_at, id")
        .param(box)
        .query(String.class)
        .list();
  }

  int places(UUID box) {
    return db.sql("SELECT count(*) FROM mailbox.place WHERE box = ?")
        .param(box)
        .query(Integer.class)
        .single();
  }

  /// An e-mail with an enclosure in the tray of a seat.
  public UUID mail(Seat seat) {
    var of = posts.find(seat.post()).orElseThrow();
    var facts = new Box.Facts(name(), "localhost", 143, Box.Tls.NONE, "dak", "INBOX", "");
    UUID box = boxes.open(seat.act(), of.district(), seat.post(), facts);
    off(box);
    String eml =
        "Message-ID: <"
            + id()
            + "@x>\r\nFrom: DM <dm@example.in>\r\nSubject: आख्या\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nपाठ\r\n"
            + "--b\r\nContent-Type: application/zip; name=a.zip\r\n\r\nPK\r\n--b--\r\n";
    return intake.receive(box, new ByteArrayInputStream(eml.getBytes(StandardCharsets.UTF_8)));
  }

  static String id() {
    return Ids.next().toString();
  }
}
