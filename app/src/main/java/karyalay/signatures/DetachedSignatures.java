package karyalay.signatures;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.shared.Sha256;
import org.springframework.stereotype.Service;

/// Judges detached signatures against stored bytes, never by a flag (OP-72). What was judged once
/// is remembered by the hash of everything that was judged.
@Service
public class DetachedSignatures {
  private static final int MOST = 20_000;

  private record Known(X509Certificate certificate, SignatureKind kind) {}

  private final Trust trust;
  private final Map<String, Known> certificates = new ConcurrentHashMap<>();
  private final Map<String, Boolean> judged = new ConcurrentHashMap<>();

  DetachedSignatures(Trust trust) {
    this.trust = trust;
  }

  /// @param state `VALID`, or what is wrong
  public record Judgement(Verdict.State state, SignatureKind kind) {
    public boolean valid() {
      return state == Verdict.State.VALID;
    }
  }

  /// @param words the bytes as they stand now
  public Judgement judge(byte[] words, DetachedMark mark) {
    Known known = known(mark);
    return new Judgement(state(words, mark, known), known.kind());
  }

  private Verdict.State state(byte[] words, DetachedMark mark, Known known) {
    X509Certificate certificate = known.certificate();
    boolean own = mark.signer().equals(mark.keyOwner());
    if (!own || !holds(words, mark, certificate)) return Verdict.State.CHANGED;
    if (known.kind() == SignatureKind.FOREIGN) return Verdict.State.UNTRUSTED;
    Instant ended = mark.keyEnded();
    if (ended != null && mark.at().isAfter(ended)) return Verdict.State.REVOKED;
    // A certificate begins at a full second.
    boolean early = mark.at().plusSeconds(1).isBefore(certificate.getNotBefore().toInstant());
    boolean late = mark.at().isAfter(certificate.getNotAfter().toInstant());
    return early || late ? Verdict.State.EXPIRED : Verdict.State.VALID;
  }

  private Known known(DetachedMark mark) {
    if (certificates.size() > MOST) certificates.clear();
    return certificates.computeIfAbsent(
        hex(Sha256.of(mark.certificate())),
        _ -> {
          X509Certificate certificate = Certificates.read(mark.certificate());
          return new Known(certificate, trust.kind(certificate, Certificates.read(mark.chain())));
        });
  }

  private boolean holds(byte[] words, DetachedMark mark, X509Certificate certificate) {
    if (judged.size() > MOST) judged.clear();
    byte[] all =
        Sha256.of(Sha256.of(words), Sha256.of(mark.value()), Sha256.of(mark.certificate()));
    return judged.computeIfAbsent(hex(all), _ -> holds(certificate, words, mark.value()));
  }

  private static boolean holds(X509Certificate certificate, byte[] words, byte[] value) {
    boolean rsa = certificate.getPublicKey().getAlgorithm().equals("RSA");
    try {
      Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initVerify(certificate.getPublicKey());
      signature.update(words);
      return signature.verify(Arrays.copyOf(value, value.length));
    } catch (GeneralSecurityException wrong) {
      return false;
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
