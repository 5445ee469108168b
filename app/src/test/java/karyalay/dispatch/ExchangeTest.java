package karyalay.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Attachments;
import karyalay.desk.Reading;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.drafts.LetterId;
import karyalay.files.InFiles;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two running instances, each with its own database, over TLS.
@KaryalayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired Dispatching dispatching;
  @Autowired DispatchReading reading;
  @Autowired ExchangeWorker worker;
  @Autowired Peers peers;
  @Autowired Documents documents;
  @Autowired JdbcClient db;

  OtherInstance other;
  Given.Thana there;
  UUID peer;
  Given.Thana thana;
  LetterId letter;

  @BeforeAll
  void two_instances_that_know_each_other() throws Exception {
    other = new OtherInstance();
    var district = other.get(Given.class).district();
    there = district.thana("ठठिया");
    var ours = new Peer.Facts("कन्नौज", "Kannauj", "https://kannauj.example", peers.ourKey(), "");
    other.get(Peers.class).add(district.sp.act(), district.id, ours);
    peer = enter("https://127.0.0.1:" + other.port(), other.get(Peers.class).ourKey());
  }

  private UUID enter(String address, String key) throws Exception {
    var district = given.district();
    return peers.add(
        district.sp.act(),
        district.id,
        new Peer.Facts("परिक्षेत्र", "Range", address, key, other.certificate()));
  }

  /// Another address for the same instance.
  private void reach(int port) {
    db.sql("UPDATE dispatch.peer SET address = ? WHERE id = ?")
        .params("https://127.0.0.1:" + port, peer)
        .update();
  }

  @AfterAll
  void no_other_instance() {
    if (other != null) other.close();
  }

  @BeforeEach
  void a_letter() {
    reach(other.port());
    thana = given.district().thana("सौरिख");
    letter =
        signed.letter(
            thana.sho(),
            in.open(thana.sho()),
            thana.sho(),
            signed.outside(thana.sho(), "प्रभारी निरीक्षक ठठिया", "ठठिया", ""));
  }

  @Test
  @Holds({"OP-77", "OP-29"})
  void a_letter_arrives_as_dak_in_the_other_instance_and_its_signed_receipt_is_kept_as_proof()
      throws Exception {
    send(peer, there.office().code());
    Item item = settled();
    assertThat(item.state()).isEqualTo(ItemState.ACKNOWLEDGED);
    assertThat(item.number()).endsWith("/" + there.office().code());
    PaperId dak = dakThere(item.number());
    var card = other.get(Reading.class).open(dak, there.hmAtCounter().scope()).paper();
    assertThat(card.heldBy(there.counter())).isTrue();
    assertThat(card.title()).isEqualTo("लंबित विवेचनाओं के संबंध में");
    var attached = other.get(Attachments.class).of(card.content()).getFirst();
    try (var theirs = other.get(Documents.class).original(attached.document()).content();
        var ours = documents.original(documentOf(letter)).content()) {
      assertThat(theirs.readAllBytes()).isEqualTo(ours.readAllBytes());
    }
    var kept =
        db.sql("SELECT receipt, receipt_signature FROM dispatch.package_out WHERE id = ?")
            .param(packageId())
            .query((row, n) -> new byte[][] {row.getBytes(1), row.getBytes(2)})
            .single();
    byte[] said = PackageFacts.signedBytes(PeerLine.RECEIPT_SIGNED_AS, kept[0]);
    String theirKey = other.get(Peers.class).ourKey();
    assertThat(InstanceKey.signed(theirKey, said, kept[1])).isTrue();
    assertThat(new String(kept[0], java.nio.charset.StandardCharsets.UTF_8))
        .contains(item.number(), packageId().toString());
  }

  @Test
  @Holds("OP-77")
  void when_the_line_breaks_before_the_receipt_it_is_sent_again_and_received_once()
      throws Exception {
    try (var line = new CuttingLine(other.port(), 2000, 2)) {
      reach(line.port());
      send(peer, there.office().code());
      Item item = settled();
      assertThat(line.left()).as("answers that were lost").isLessThanOrEqualTo(0);
      assertThat(item.state()).isEqualTo(ItemState.ACKNOWLEDGED);
      assertThat(tries()).isGreaterThanOrEqualTo(3);
      assertThat(daksThere()).isEqualTo(1);
    }
  }

  @Test
  @Holds("OP-77")
  void what_is_sent_while_the_other_is_down_is_received_exactly_once_when_it_is_back() {
    other.down();
    try {
      send(peer, there.office().code());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            worker.round();
            return tries() > 0;
          });
      assertThat(item().state()).isEqualTo(ItemState.ON_WAY);
    } finally {
      other.up();
    }
    Item item = settled();
    assertThat(item.state()).isEqualTo(ItemState.ACKNOWLEDGED);
    assertThat(daksThere()).isEqualTo(1);
  }

  @Test
  void the_same_package_again_gets_the_same_receipt_and_another_under_its_id_gets_none()
      throws Exception {
    send(peer, there.office().code());
    settled();
    byte[] pdf = pdf();
    var out = out();
    var again = post(out.id(), out.facts(), out.signature(), pdf);
    assertThat(again.statusCode()).isEqualTo(200);
    byte[] kept =
        db.sql("SELECT receipt FROM dispatch.package_out WHERE id = ?")
            .param(out.id())
            .query(byte[].class)
            .single();
    assertThat(again.body()).isEqualTo(kept);
    assertThat(daksThere()).isEqualTo(1);
    assertThat(post(UUID.randomUUID(), out.facts(), out.signature(), pdf).statusCode())
        .isEqualTo(400);
  }

  @Test
  @Holds("OP-75")
  void a_package_altered_on_the_way_is_refused_and_nothing_is_received() throws Exception {
    other.down();
    send(peer, there.office().code());
    other.up();
    db.sql("UPDATE dispatch.package_out SET next_at = now() + interval '1 hour' WHERE id = ?")
        .param(packageId())
        .update();
    var out = out();
    byte[] pdf = pdf();
    pdf[pdf.length / 2] ^= 1;
    var altered = post(out.id(), out.facts(), out.signature(), pdf);
    assertThat(altered.statusCode()).isEqualTo(422);
    assertThat(new String(altered.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("altered on the way");
    byte[] facts = out.facts().clone();
    facts[facts.length / 2] ^= 1;
    assertThat(post(out.id(), facts, out.signature(), pdf()).statusCode()).isIn(400, 403);
    byte[] longer = java.util.Arrays.copyOf(pdf(), pdf.length + 1);
    assertThat(post(out.id(), out.facts(), out.signature(), longer).statusCode()).isEqualTo(422);
    assertThat(daksThere()).isZero();
    assertThat(post(out.id(), out.facts(), out.signature(), pdf()).statusCode()).isEqualTo(200);
    assertThat(daksThere()).isEqualTo(1);
  }

  @Test
  void a_peer_with_a_wrong_key_gets_the_letter_back_to_its_sender() throws Exception {
    var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    String wrong = Base64.getEncoder().encodeToString(stranger.getEncoded());
    UUID mistaken = enter("https://127.0.0.1:" + other.port(), wrong);
    send(mistaken, there.office().code());
    Item item = settled();
    assertThat(item.state()).isEqualTo(ItemState.RETURNED);
    assertThat(item.reason()).startsWith("422").contains("another instance");
    assertThat(daksThere()).isZero();
    // Sent again to the right one, under the same number.
    send(peer, there.office().code());
    assertThat(settled().state()).isEqualTo(ItemState.ACKNOWLEDGED);
  }

  @Test
  void an_office_that_is_not_there_is_told_in_the_other_sides_own_sentence() {
    send(peer, "NAHIN");
    Item item = settled();
    assertThat(item.state()).isEqualTo(ItemState.RETURNED);
    assertThat(item.reason()).contains("NAHIN");
  }

  @Test
  void a_certificate_that_nobody_trusts_is_no_line() {
    db.sql("UPDATE dispatch.peer SET certificate = '' WHERE id = ?").param(peer).update();
    try {
      send(peer, there.office().code());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            worker.round();
            return item().answer().contains("SSL");
          });
      assertThat(item().state()).isEqualTo(ItemState.ON_WAY);
    } finally {
      try {
        db.sql("UPDATE dispatch.peer SET certificate = ? WHERE id = ?")
            .params(other.certificate(), peer)
            .update();
      } catch (java.io.IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(settled().state()).isEqualTo(ItemState.ACKNOWLEDGED);
  }

  @Test
  void only_a_proper_address_key_and_certificate_are_entered() {
    var district = given.district();
    String key = peers.ourKey();
    for (Peer.Facts bad :
        List.of(
            new Peer.Facts("अ", "A", "http://plain.example", key, ""),
            new Peer.Facts("अ", "A", "https://", key, ""),
            new Peer.Facts("अ", "A", "https://a:b@host.example", key, ""),
            new Peer.Facts("अ", "A", "https://host.example", "none", ""),
            new Peer.Facts("अ", "A", "https://host.example", key, "none"),
            new Peer.Facts("", "A", "https://host.example", key, "")))
      assertThatThrownBy(() -> peers.add(district.sp.act(), district.id, bad))
          .isInstanceOf(Refused.class);
  }

  private void send(UUID to, String office) {
    dispatching.send(
        thana.hmAtCounter().act(), letter, List.of(1), new Conveyance.Instance(to, office));
  }

  private Item item() {
    return reading.items(reading.open(letter, thana.sho().scope())).getFirst();
  }

  private Item settled() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          db.sql(
                  "UPDATE dispatch.package_out SET next_at = now() WHERE id = ? AND state = 'WAITING'")
              .param(packageId())
              .update();
          worker.round();
          return item().state() != ItemState.ON_WAY;
        });
    return item();
  }

  private UUID packageId() {
    return db.sql("SELECT package FROM dispatch.item WHERE letter = ?")
        .param(letter.value())
        .query(UUID.class)
        .single();
  }

  private int tries() {
    return db.sql("SELECT tries FROM dispatch.package_out WHERE id = ?")
        .param(packageId())
        .query(Integer.class)
        .single();
  }

  private Packages.Out out() {
    return db.sql(
            "SELECT id, peer, document, facts, signature, tries FROM dispatch.package_out WHERE id = ?")
        .param(packageId())
        .query((row, n) ->
            new Packages.Out(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getBytes(4),
                row.getBytes(5),
                row.getInt(6)))
        .single();
  }

  private byte[] pdf() throws java.io.IOException {
    try (var content = documents.original(documentOf(letter)).content()) {
      return content.readAllBytes();
    }
  }

  private DocumentId documentOf(LetterId it) {
    return reading.open(it, thana.sho().scope()).document();
  }

  private HttpResponse<byte[]> post(UUID id, byte[] facts, byte[] signature, byte[] pdf)
      throws Exception {
    var body = ByteBuffer.allocate(4 + facts.length + signature.length + pdf.length);
    body.putInt(facts.length).put(facts).put(signature).put(pdf);
    var trust = java.security.KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry(
        "other",
        java.security.cert.CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new java.io.ByteArrayInputStream(
                    other.certificate().getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    var managers = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
    managers.init(trust);
    var tls = javax.net.ssl.SSLContext.getInstance("TLS");
    tls.init(null, managers.getTrustManagers(), null);
    try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create("https://127.0.0.1:" + other.port() + "/exchange/packages/" + id))
              .header("Content-Type", PeerLine.TYPE)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.array()))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private int daksThere() {
    return other
        .get(JdbcClient.class)
        .sql("SELECT count(*) FROM dak.particulars WHERE letter_number = ?")
        .param(signed.number(letter))
        .query(Integer.class)
        .single();
  }

  private PaperId dakThere(String number) {
    return new PaperId(
        other
            .get(JdbcClient.class)
            .sql("SELECT lead FROM dak.receipt WHERE number = ?")
            .param(number)
            .query(UUID.class)
            .single());
  }
}
