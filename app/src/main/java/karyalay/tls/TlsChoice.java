package karyalay.tls;

import java.nio.file.Path;
import java.util.List;

/// Whence the certificate comes that https is served with.
public sealed interface TlsChoice {
  /// A chain in PEM, the server's own first, and its key in another file or the same.
  record Pem(Path certificate, Path key) implements TlsChoice {}

  /// Both in one PKCS#12 file.
  record Store(Path file) implements TlsChoice {}

  /// An authority of our own.
  ///
  /// @param folder where it lies; made when it is not there
  /// @param names of this machine, as they stand in addresses
  /// @param everywhere whether it is reached from other machines
  record Local(Path folder, List<String> names, boolean everywhere) implements TlsChoice {
    public Local {
      names = List.copyOf(names);
    }
  }
}
