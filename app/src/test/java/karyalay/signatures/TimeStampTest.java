package karyalay.signatures;

import static karyalay.signatures.RefusedWith.refused;
import static karyalay.signatures.SignaturesRefusal.TIME_STAMP_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeTime;
import karyalay.signatures.TestAuthority.Key;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A time-stamp authority of our own, on this machine, and one that misbehaves.
@KaryalayTest
class TimeStampTest {
  private static final Key STAMPER = TestAuthority.timeStamper();

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired OfficeAuthority authority;
  @Autowired Trust trust;
  @Autowired KeyRows rows;
  @Autowired SignatureRows signatures;
  @Autowired KeyBook book;
  @Autowired OfficeTime time;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  @TempDir Path folder;
  private Seat sp;

  @BeforeEach
  void an_authority_on_the_loopback() throws IOException {
    TestAuthority.pem(folder.resolve("stamper.pem"), STAMPER.certificate());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/stamp", this::stamp);
    server.createContext("/broken", exchange -> answer(exchange, 500, new byte[0]));
    server.createContext("/nonsense", exchange -> answer(exchange, 200, new byte[] {1, 2, 3}));
    server.start();
    sp = given.district().sp;
    signers.registered(sp);
  }

  @AfterEach
  void gone() {
    server.stop(0);
  }

  private void stamp(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try {
      var request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      var signer =
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build("SHA256withRSA", STAMPER.pair().getPrivate(), STAMPER.certificate());
      var tokens =
          new TimeStampTokenGenerator(
              signer,
              digests.get(
                  new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                      org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier("1.2.3.4.1"));
      tokens.addCertificates(new JcaCertStore(List.of(STAMPER.certificate())));
      var answers = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
      byte[] answer =
          answers.generate(request, BigInteger.valueOf(asked.get()), new Date()).getEncoded();
      answer(exchange, 200, answer);
    } catch (org.bouncycastle.tsp.TSPException
        | org.bouncycastle.operator.OperatorCreationException
        | java.security.cert.CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private PdfSigner signer(String path) {
    return new PdfSigner(tools(path), stamps(path));
  }

  private PadesTools tools(String path) {
    return new PadesTools(authority, trust, stamps(path), rows);
  }

  private TimeStamps stamps(String path) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new TimeStamps(SettingsOf.stamped(folder, address, folder.resolve("stamper.pem")));
  }

  private PdfJudge judge() {
    return new PdfJudge(tools("/stamp"), trust, stamps("/stamp"), rows, signatures, time);
  }

  @Test
  @Holds("OP-72")
  void with_a_time_stamp_authority_the_time_is_proved_and_the_proofs_are_in_the_document() {
    byte[] pdf;
    try (Unlocked key = signers.unlocked(sp)) {
      pdf = signer("/stamp").sign(signers.item("Order"), key);
    }
    assertThat(asked.get()).isEqualTo(1);
    var signature = tools("/stamp").signatures(pdf).getFirst();
    assertThat(signature.getSignatureTimestamps()).hasSize(1);
    assertThat(signature.getDataFoundUpToLevel()).isEqualTo(SignatureLevel.PAdES_BASELINE_LT);
    Verdict.Judged one = judge().judge(pdf).signatures().getFirst();
    assertThat(one.state()).isEqualTo(Verdict.State.VALID);
    assertThat(one.ours()).as("not in our books").isNull();
    assertThat(one.proved()).isTrue();
  }

  @Test
  @Holds({"OP-72", "OP-74"})
  void a_stamped_signature_outlives_the_withdrawal_of_its_key() {
    byte[] pdf;
    try (Unlocked key = signers.unlocked(sp)) {
      pdf = signer("/stamp").sign(signers.item("Order"), key);
    }
    book.withdraw(sp.act(), signers.caller(sp), "पिन किसी ने देख लिया");
    assertThat(judge().judge(pdf).valid()).isTrue();
  }

  @Test
  void a_licensed_key_is_stamped_too() {
    var person = TestAuthority.LICENSED.person("CN=Licensed Officer,O=Test");
    var key =
        new Unlocked(
            UUID.randomUUID(),
            sp.person(),
            SignatureKind.DIGITAL,
            List.of(person.certificate()),
            new OwnHand("RSA", person.pair().getPrivate().getEncoded()));
    byte[] pdf = signer("/stamp").sign(signers.item("Order"), key);
    assertThat(judge().judge(pdf).signatures().getFirst().proved()).isTrue();
    assertThat(judge().judge(pdf).valid()).isTrue();
  }

  @Test
  @Holds("OP-72")
  void an_authority_that_is_down_or_talks_nonsense_lets_nothing_be_signed() {
    for (String path : Set.of("/broken", "/nonsense", "/nowhere"))
      try (Unlocked key = signers.unlocked(sp)) {
        refused(TIME_STAMP_FAILED, () -> signer(path).sign(signers.item("Order"), key));
      }
  }
}
