package karyalay.notices;

import java.time.Duration;
import java.util.UUID;
import karyalay.shared.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sets the mail server of a test, and lets the worker go round, for tests of other modules too.
@Component
public class MailLine {
  private final MailWorker worker;
  private final JdbcClient db;
  private final OfficeTime time;

  MailLine(MailWorker worker, JdbcClient db, OfficeTime time) {
    this.worker = worker;
    this.db = db;
    this.time = time;
  }

  public void server(int port) {
    System.setProperty("karyalay.mail.host", "127.0.0.1");
    System.setProperty("karyalay.mail.port", Integer.toString(port));
    System.setProperty("karyalay.mail.tls", "none");
    System.setProperty("karyalay.mail.from", "thana-sourikh@example.in");
    System.setProperty("karyalay.mail.timeout", "1");
  }

  public void noServer() {
    for (String name : new String[] {"host", "port", "tls", "from", "timeout", "user"})
      System.clearProperty("karyalay.mail." + name);
  }

  public void round() {
    worker.round();
  }

  /// Goes round until the mail is settled or waits for another time.
  public MailState until(UUID mail, MailState... wanted) {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          worker.round();
          return java.util.List.of(wanted).contains(state(mail));
        });
    return state(mail);
  }

  public MailState state(UUID mail) {
    return MailState.valueOf(
        db.sql("SELECT state FROM notices.v_mail WHERE id = ?")
            .param(mail)
            .query(String.class)
            .single());
  }

  public String answer(UUID mail) {
    return db.sql("SELECT answer FROM notices.v_mail WHERE id = ?")
        .param(mail)
        .query(String.class)
        .single();
  }

  /// The program that had it in hand died an hour ago.
  public void died(UUID mail) {
    db.sql("UPDATE notices.mail SET state = 'HANDING', handed_at = ? WHERE id = ?")
        .params(time.now().minusSeconds(3600).atOffset(java.time.ZoneOffset.UTC), mail)
        .update();
  }

  /// Its time to be tried again has come.
  public void due(UUID mail) {
    db.sql("UPDATE notices.mail SET next_at = now() WHERE id = ?").param(mail).update();
  }
}
