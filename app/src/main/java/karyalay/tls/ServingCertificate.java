package karyalay.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/// The certificate that https is served with, looked after while the program runs: files that
/// change are read again, and our own authority issues the next in good time. What cannot be used
/// never takes the place of what is in use.
public final class ServingCertificate {
  /// How long what this machine is called and reached at may be taken as known.
  private static final Duration KNOWN = Duration.ofMinutes(1);

  private final TlsChoice choice;
  private final String password;
  private volatile Material current;
  private volatile String fault = "";
  private List<String> seen;
  private Instant looked;

  private ServingCertificate(TlsChoice choice, String password, Instant now) {
    this.choice = choice;
    this.password = password;
    this.seen = stamps();
    this.looked = now;
    this.current = read(now);
  }

  /// Reads or makes it.
  ///
  /// @param password of the key; empty for none
  /// @throws TlsFault why it cannot be used
  public static ServingCertificate open(TlsChoice choice, String password, Instant now) {
    return new ServingCertificate(choice, password, now);
  }

  private Material read(Instant now) {
    return switch (choice) {
      case TlsChoice.Pem(var certificate, var key) ->
          CertificateFiles.pem(certificate, key, password);
      case TlsChoice.Store(var file) -> CertificateFiles.store(file, password);
      case TlsChoice.Local(var folder, var names, var everywhere) ->
          new LocalAuthority(folder).serving(MachineNames.of(names, everywhere), now);
    };
  }

  /// Looks whether another is to be served.
  ///
  /// @return whether it is another now
  synchronized boolean look(Instant now) {
    List<String> found = stamps();
    boolean due =
        choice instanceof TlsChoice.Local ? now.isAfter(looked.plus(KNOWN)) : !found.equals(seen);
    if (!due) return false;
    looked = now;
    seen = found;
    Material before = current;
    try {
      current = read(now);
      fault = "";
    } catch (TlsFault e) {
      fault = String.valueOf(e.getMessage());
    }
    return !before.own().equals(current.own());
  }

  /// When and how large: what changes with the files.
  private List<String> stamps() {
    List<Path> files =
        switch (choice) {
          case TlsChoice.Pem(var certificate, var key) -> List.of(certificate, key);
          case TlsChoice.Store(var file) -> List.of(file);
          case TlsChoice.Local _ -> List.of();
        };
    List<String> stamps = new ArrayList<>();
    for (Path file : files)
      try {
        stamps.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
      } catch (IOException e) {
        stamps.add("");
      }
    return stamps;
  }

  SslBundle bundle() {
    return current.bundle();
  }

  Material material() {
    return current;
  }

  /// Until when it is good.
  public Instant ends() {
    return current.ends();
  }

  /// Why the newest could not be used; empty when it is in use.
  public String fault() {
    return fault;
  }

  /// Whether our own authority issued it, so that devices must be told to trust that.
  public boolean local() {
    return choice instanceof TlsChoice.Local;
  }

  /// The certificate that devices must be given; empty when they know the issuer.
  public Optional<X509Certificate> root() {
    return choice instanceof TlsChoice.Local(var folder, var _, var _)
        ? Optional.of(new LocalAuthority(folder).certificate())
        : Optional.empty();
  }

  /// What whoever starts the program must be told; null when nothing is amiss.
  public @Nullable String warning(Instant now) {
    if (now.isAfter(ends()))
      return "THE CERTIFICATE HAS EXPIRED (" + ends() + "): every browser will warn. Renew it now.";
    if (now.isBefore(current.own().getNotBefore().toInstant()))
      return "THE CERTIFICATE IS NOT YET VALID: look at this machine's clock (" + now + ").";
    return null;
  }
}
