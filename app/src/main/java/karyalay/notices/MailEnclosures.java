package karyalay.notices;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/// The bytes that go with an e-mail; implemented above, by whoever keeps documents.
public interface MailEnclosures {
  /// Opens a stored document; closed by the caller.
  InputStream open(UUID document) throws IOException;
}
