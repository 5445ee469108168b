package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Receives packages of other instances. Nothing of the PDF is read before the sender's signature
/// over the facts has been checked against the key that an administrator entered.
@Service
@Transactional(propagation = Propagation.NEVER)
public class Exchange {
  private static final int SIGNATURE = 64;
  private static final long MOST_BYTES = 100L * 1024 * 1024;

  private final Peers peers;
  private final InstanceKey key;
  private final PackageArrivals arrivals;
  private final Documents documents;

  Exchange(Peers peers, InstanceKey key, PackageArrivals arrivals, Documents documents) {
    this.peers = peers;
    this.key = key;
    this.arrivals = arrivals;
    this.documents = documents;
  }

  /// What is answered: the receipt's bytes, and our signature over them.
  public record Answer(byte[] receipt, byte[] signature) {}

  /// Receives a package, or answers again what it answered when it came before.
  ///
  /// @param in four bytes of length, the facts, the signature, the PDF; read to its end
  /// @throws Refused `PACKAGE_UNREADABLE`, `PEER_UNKNOWN` also for a wrong signature,
  ///   `PACKAGE_NOT_FOR_US`, `PACKAGE_DIFFERS`, `PACKAGE_TOO_LARGE`, `PACKAGE_ALTERED`,
  ///   `NO_SUCH_OFFICE`, and those of documents
  public Answer receive(UUID id, InputStream in) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in));
    byte[] facts = facts(data);
    byte[] signature = data.readNBytes(SIGNATURE);
    PackageFacts it = PackageFacts.read(facts);
    Peer peer = sender(it, facts, signature);
    if (!it.id().equals(id)) throw new Refused(PACKAGE_UNREADABLE);
    if (!it.to().equals(key.fingerprint())) throw new Refused(PACKAGE_NOT_FOR_US);
    var known = arrivals.known(id, facts);
    if (known.isPresent()) return known.get();
    arrivals.requireOffice(peer, it.office());
    DocumentId document = pdf(data, it);
    return arrivals.arrive(peer, it, facts, signature, document);
  }

  private static byte[] facts(DataInputStream in) throws IOException {
    byte[] head = in.readNBytes(4);
    if (head.length < 4) throw new Refused(PACKAGE_UNREADABLE);
    int length = java.nio.ByteBuffer.wrap(head).getInt();
    if (length < 2 || length > PackageFacts.MOST) throw new Refused(PACKAGE_UNREADABLE);
    byte[] facts = in.readNBytes(length);
    if (facts.length < length) throw new Refused(PACKAGE_UNREADABLE);
    return facts;
  }

  private Peer sender(PackageFacts it, byte[] facts, byte[] signature) {
    return peers
        .byFingerprint(it.from())
        .filter(peer ->
            InstanceKey.signed(
                peer.key(), PackageFacts.signedBytes(Packages.SIGNED_AS, facts), signature))
        .orElseThrow(() -> new Refused(PEER_UNKNOWN));
  }

  /// The PDF, first to a file of its own: what was altered on the way never becomes a document.
  private DocumentId pdf(InputStream in, PackageFacts it) throws IOException {
    if (it.bytes() < 1 || it.bytes() > MOST_BYTES) throw new Refused(PACKAGE_TOO_LARGE);
    Path draft = Files.createTempFile("package", ".pdf");
    try {
      MessageDigest digest = Sha256.digest();
      try (var out = Files.newOutputStream(draft)) {
        copy(new DigestInputStream(in, digest), out, it.bytes());
      }
      boolean same =
          Files.size(draft) == it.bytes()
              && in.read() < 0
              && HexFormat.of().formatHex(digest.digest()).equals(it.pdf());
      if (!same) throw new Refused(PACKAGE_ALTERED);
      try (InputStream whole = Files.newInputStream(draft)) {
        return documents.receive(whole).id();
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void copy(InputStream in, java.io.OutputStream out, long most) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = most;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) return;
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
