package karyalay.signatures;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// Settings of a machine as a test needs it.
final class SettingsOf {
  private static final SigningSettings.Esign NO_ESIGN =
      new SigningSettings.Esign(null, "", "2.1", null, null, null, Duration.ofMinutes(30));

  private SettingsOf() {}

  static SigningSettings folder(Path folder) {
    return with(folder, null, null, null, null, NO_ESIGN);
  }

  static SigningSettings stamped(Path folder, URI address, Path certificate) {
    return with(folder, null, null, address, certificate, NO_ESIGN);
  }

  static SigningSettings token(Path library) {
    return with(Path.of("."), null, library, null, null, NO_ESIGN);
  }

  static SigningSettings esign(SigningSettings.Esign esign) {
    return with(Path.of("."), null, null, null, null, esign);
  }

  private static SigningSettings with(
      Path folder,
      @Nullable Path licensed,
      @Nullable Path token,
      @Nullable URI stamp,
      @Nullable Path stampCertificate,
      SigningSettings.Esign esign) {
    return new SigningSettings(
        folder,
        licensed,
        token,
        0,
        stamp,
        stampCertificate,
        Duration.ofSeconds(3),
        DataSize.ofMegabytes(20),
        Duration.ofSeconds(20),
        esign);
  }
}
