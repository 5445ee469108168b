package karyalay.tls;

/// A certificate or key that cannot be used; the message is a sentence for whoever runs the
/// program.
public final class TlsFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TlsFault(String sentence) {
    super(sentence);
  }

  TlsFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
