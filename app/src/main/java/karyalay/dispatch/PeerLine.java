package karyalay.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The line to another instance: TLS, with bounded waits.
@Component
class PeerLine {
  static final String TYPE = "application/vnd.karyalay.package";
  static final String RECEIPT_SIGNED_AS = "karyalay receipt";
  static final String SIGNATURE = "Karyalay-Signature";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int MOST_WORDS = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What came of sending a package.
  sealed interface Sent {
    /// @param bytes the receipt as it was signed
    record Received(PackageReceipt receipt, byte[] bytes, byte[] signature) implements Sent {}

    /// It says that it will not have it.
    record Declined(String answer) implements Sent {}

    /// It was not reached, was busy, or what it said cannot be believed.
    record Later(String answer) implements Sent {}
  }

  /// Sends a package and waits for the receipt.
  ///
  /// @param pdf opened anew for each try
  Sent send(Peer peer, Packages.Out out, Supplier<InputStream> pdf) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(peer.address() + "/exchange/packages/" + out.id()))
            .timeout(ANSWER)
            .header("Content-Type", TYPE)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(out, pdf.get())))
            .build();
    try (HttpClient client = client(peer)) {
      return judge(peer, out, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return new Sent.Later(cut(e.getClass().getSimpleName() + ": " + e.getMessage()));
    } catch (GeneralSecurityException e) {
      return new Sent.Later(cut("TLS: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sent.Later("interrupted");
    }
  }

  private static InputStream body(Packages.Out out, InputStream pdf) {
    byte[] length = ByteBuffer.allocate(4).putInt(out.facts().length).array();
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(length),
                new ByteArrayInputStream(out.facts()),
                new ByteArrayInputStream(out.signature()),
                pdf)));
  }

  private static Sent judge(Peer peer, Packages.Out out, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 200)
      return receipt(peer, out, answer).orElse(new Sent.Later("the receipt is not theirs"));
    boolean theirs =
        status == 400 || status == 403 || status == 409 || status == 413 || status == 422;
    String words = cut(status + " " + detail(answer.body()));
    return theirs ? new Sent.Declined(words) : new Sent.Later(words);
  }

  /// A receipt counts when the other side has signed it and it speaks of these very bytes.
  private static Optional<Sent> receipt(Peer peer, Packages.Out out, HttpResponse<byte[]> answer) {
    byte[] bytes = answer.body();
    byte[] signature = decoded(answer.headers().firstValue(SIGNATURE).orElse(""));
    byte[] signed = PackageFacts.signedBytes(RECEIPT_SIGNED_AS, bytes);
    if (!InstanceKey.signed(peer.key(), signed, signature)) return Optional.empty();
    return PackageReceipt.read(bytes)
        .filter(it -> it.id().equals(out.id()) && it.facts().equals(PackageFacts.hash(out.facts())))
        .map(it -> new Sent.Received(it, bytes, signature));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /// The other side's sentence.
  private static String detail(byte[] body) {
    try {
      return JSON.readTree(body).path("detail").asString("");
    } catch (JacksonException e) {
      String text = new String(body, StandardCharsets.UTF_8);
      return text.length() > 100 ? "" : text;
    }
  }

  private static HttpClient client(Peer peer) throws GeneralSecurityException, IOException {
    var client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    if (!peer.certificate().isEmpty()) client.sslContext(trusting(peer.certificate()));
    return client.build();
  }

  private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
    var certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("peer", certificate);
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static String cut(String text) {
    return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS);
  }
}
