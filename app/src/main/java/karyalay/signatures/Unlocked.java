package karyalay.signatures;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;

/// A key that may sign, for the length of one act: made by {@link Keys}, closed by whoever asked
/// for it. Closing wipes what it holds.
public final class Unlocked implements AutoCloseable {
  private final UUID key;
  private final PersonId person;
  private final SignatureKind kind;
  private final List<X509Certificate> chain;
  private final Hand hand;

  /// @param chain the officer's own certificate first
  Unlocked(UUID key, PersonId person, SignatureKind kind, List<X509Certificate> chain, Hand hand) {
    this.key = key;
    this.person = person;
    this.kind = kind;
    this.chain = List.copyOf(chain);
    this.hand = hand;
  }

  UUID key() {
    return key;
  }

  /// Whose key it is: it signs only acts of this person.
  public PersonId person() {
    return person;
  }

  public SignatureKind kind() {
    return kind;
  }

  /// The officer's certificate.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  List<X509Certificate> chain() {
    return chain;
  }

  byte[] sign(byte[] words) {
    return hand.sign(words);
  }

  /// A copy of the private key, to seal it anew; empty when a token holds it.
  Optional<byte[]> encoded() {
    return hand.encoded();
  }

  Unlocked again() {
    return new Unlocked(key, person, kind, chain, hand.again());
  }

  @Override
  public void close() {
    hand.close();
  }

  @Override
  public String toString() {
    return "unlocked key " + key;
  }
}
