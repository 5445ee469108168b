package karyalay.documents;

import java.io.IOException;

/// What lies in the store is not what was received: a fault of the disk or a forgery. Nothing of it
/// is shown as if it were right.
public final class DamagedDocument extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedDocument(String hash) {
    super("stored bytes do not match their hash: " + hash);
  }
}
