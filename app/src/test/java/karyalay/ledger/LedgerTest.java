package karyalay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.shared.Act;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@KaryalayTest
class LedgerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Given given;
  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource source;
  @Autowired JdbcClient db;

  private Seat officer;
  private String subject;

  @BeforeEach
  void an_officer() {
    officer = given.district().sp;
    subject = "paper/" + UUID.randomUUID();
  }

  private void append(Entry... entries) {
    Act act = officer.act();
    transaction.executeWithoutResult(_ -> ledger.append(act, entries));
  }

  @Test
  void the_program_can_add_and_read_and_nothing_else() throws SQLException {
    append(new Entry("desk.forwarded", subject));
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("SELECT current_user")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("karyalay_app");
      }
      for (String forbidden :
          List.of(
              "UPDATE ledger.entry SET at = now()",
              "DELETE FROM ledger.entry",
              "TRUNCATE ledger.entry",
              "UPDATE ledger.opening SET preimage = ''",
              "DELETE FROM ledger.opening",
              "TRUNCATE ledger.opening",
              "ALTER TABLE ledger.entry ADD COLUMN more text",
              "DROP TABLE ledger.opening",
              "CREATE RULE none AS ON INSERT TO ledger.entry DO INSTEAD NOTHING",
              "ALTER TABLE ledger.entry DISABLE TRIGGER ALL",
              "SET ROLE karyalay_owner",
              "INSERT INTO ledger.entry (seq, act_id, act, subject, person, post, capacity, at, commitment)"
                  + " OVERRIDING SYSTEM VALUE SELECT -1, act_id, act, subject, person, post, capacity,"
                  + " at, commitment FROM ledger.entry LIMIT 0; SELECT setval('ledger.entry_seq_seq', 1)"))
        assertThatExceptionOfType(SQLException.class)
            .as(forbidden)
            .isThrownBy(() -> statement.execute(forbidden))
            .satisfies(fault -> assertThat(fault.getSQLState()).isEqualTo("42501"));
    }
    assertThat(ledger.of(subject)).hasSize(1);
  }

  @Test
  void an_act_that_fails_leaves_no_entry_and_none_is_written_outside_an_act() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              ledger.append(officer.act(), new Entry("desk.forwarded", subject));
              throw new IllegalStateException("the act fails after its entry");
            }));
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> ledger.append(officer.act(), new Entry("desk.forwarded", subject)));
    assertThat(ledger.of(subject)).isEmpty();
  }

  @Test
  void a_list_is_written_in_its_order_in_one_transaction_under_one_act() {
    Act act = officer.act();
    List<Entry> many =
        IntStream.range(0, 300)
            .mapToObj(n -> new Entry("desk.forwarded", subject, Map.of("serial", n)))
            .toList();
    transaction.executeWithoutResult(_ -> ledger.append(act, many));
    var written = ledger.of(subject);
    assertThat(written)
        .extracting(line -> JSON.readTree(line.preimage()).at("/details/serial").intValue())
        .containsExactlyElementsOf(IntStream.range(0, 300).boxed().toList());
    assertThat(
            db.sql("SELECT count(DISTINCT xid) FROM ledger.entry WHERE act_id = ?")
                .param(act.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void the_same_words_twice_give_two_commitments() {
    var entry = new Entry("desk.forwarded", subject, Map.of("to", "SHO-GUR"));
    append(entry, entry);
    Set<String> commitments = new HashSet<>();
    for (var line : ledger.of(subject))
      commitments.add(java.util.HexFormat.of().formatHex(line.commitment()));
    assertThat(commitments).hasSize(2);
  }

  @Test
  void every_entry_of_this_database_opens_to_what_its_columns_say() throws Exception {
    append(new Entry("desk.forwarded", subject, Map.of("note", "\"जाँच\"\n", "pages", 3)));
    var lines =
        db.sql(
                """
                SELECT e.seq, e.act_id, e.act, e.subject, e.person, e.post, e.capacity, e.at,
                       e.commitment, o.salt, o.preimage
                FROM ledger.entry e LEFT JOIN ledger.opening o USING (seq) ORDER BY e.seq
                """)
            .query(Line.class)
            .list();
    assertThat(lines).isNotEmpty().allSatisfy(LedgerTest::opens);
  }

  private record Line(
      long seq,
      UUID actId,
      String act,
      String subject,
      UUID person,
      UUID post,
      String capacity,
      Instant at,
      byte[] commitment,
      byte[] salt,
      byte[] preimage) {}

  /// Reckoned without the program's own code.
  private static void opens(Line line) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(line.salt());
    assertThat(digest.digest(line.preimage())).isEqualTo(line.commitment());
    assertThat(new JsonCanonicalizer(line.preimage()).getEncodedUTF8()).isEqualTo(line.preimage());
    JsonNode words = JSON.readTree(line.preimage());
    assertThat(words.propertyNames())
        .containsExactly("act", "act_id", "at", "by", "capacity", "details", "post", "subject");
    assertThat(words.path("act").stringValue()).isEqualTo(line.act());
    assertThat(words.path("act_id").stringValue()).isEqualTo(line.actId().toString());
    assertThat(Instant.parse(words.path("at").stringValue())).isEqualTo(line.at());
    assertThat(words.path("by").stringValue()).isEqualTo(line.person().toString());
    assertThat(words.path("capacity").stringValue()).isEqualTo(line.capacity());
    assertThat(words.path("post").stringValue()).isEqualTo(line.post().toString());
    assertThat(words.path("subject").stringValue()).isEqualTo(line.subject());
  }
}
