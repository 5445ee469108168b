package karyalay.notices;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import karyalay.shared.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sets the SMS gateway of a test, and lets the worker go round, for tests of other modules too.
@Component
public class SmsRounds {
  private static final List<String> NAMES =
      List.of(
          "address",
          "body",
          "type",
          "sender",
          "secret",
          "secretfile",
          "codetemplate",
          "accepted",
          "timeout");

  private final TextWorker worker;
  private final JdbcClient db;
  private final OfficeTime time;

  SmsRounds(TextWorker worker, JdbcClient db, OfficeTime time) {
    this.worker = worker;
    this.db = db;
    this.time = time;
  }

  /// A gateway that is asked by GET.
  public void gateway(int port) {
    none();
    set(
        "address",
        "http://127.0.0.1:"
            + port
            + "/send?to={to}&text={text}&id={reference}"
            + "&sender={sender}&template={template}&key={secret}");
    set("sender", "UPPOLS");
    set("secret", "k&y=1");
    set("codetemplate", "1107160000000012345");
    set("accepted", "status=accepted");
    set("timeout", "1");
  }

  public void set(String name, String value) {
    System.setProperty("karyalay.sms." + name, value);
  }

  public void none() {
    for (String name : NAMES) System.clearProperty("karyalay.sms." + name);
  }

  public void round() {
    worker.round();
  }

  /// Goes round until the text is settled or has been tried.
  public TextState until(UUID text, TextState... wanted) {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          worker.round();
          return List.of(wanted).contains(state(text));
        });
    return state(text);
  }

  public TextState state(UUID text) {
    return TextState.valueOf(column(text, "state"));
  }

  /// The server's last answer.
  public String answer(UUID text) {
    return column(text, "answer");
  }

  /// What is kept of the words; empty when they are wiped.
  public String words(UUID text) {
    return column(text, "words");
  }

  public int tries(UUID text) {
    return Integer.parseInt(column(text, "tries"));
  }

  private String column(UUID text, String column) {
    return db.sql("SELECT coalesce(to_jsonb(t) ->> ?, '') FROM notices.text t WHERE id = ?")
        .params(column, text)
        .query(String.class)
        .single();
  }

  /// The text that was laid out last for this mobile.
  public UUID latest(String mobile) {
    return db.sql("SELECT id FROM notices.text WHERE recipient = ? ORDER BY made_at DESC LIMIT 1")
        .param(mobile)
        .query(UUID.class)
        .single();
  }

  public int count(String mobile) {
    return db.sql("SELECT count(*) FROM notices.text WHERE recipient = ?")
        .param(mobile)
        .query(Integer.class)
        .single();
  }

  /// The program that had it in hand died an hour ago.
  public void died(UUID text) {
    db.sql("UPDATE notices.text SET state = 'HANDING', handed_at = ? WHERE id = ?")
        .params(time.now().minusSeconds(3600).atOffset(java.time.ZoneOffset.UTC), text)
        .update();
  }

  /// Its time to be tried again has come.
  public void due(UUID text) {
    db.sql("UPDATE notices.text SET next_at = now() WHERE id = ?").param(text).update();
  }

  /// Nobody has any use for it any more.
  public void late(UUID text) {
    db.sql("UPDATE notices.text SET good_until = now() WHERE id = ?").param(text).update();
  }
}
