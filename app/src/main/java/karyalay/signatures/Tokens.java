package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.NO_TOKEN;
import static karyalay.signatures.SignaturesRefusal.TOKEN_FAILED;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The token or security module on this machine, through PKCS#11. Keys never leave it; its own PIN
/// opens it. Java loads the library when the first officer asks for it.
@Component
class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  private final SigningSettings settings;
  private @Nullable Provider provider;

  Tokens(SigningSettings settings) {
    this.settings = settings;
  }

  boolean present() {
    return settings.tokenLibrary() != null;
  }

  /// A key in the token with its certificates, the officer's own first.
  record Found(String alias, List<X509Certificate> chain, Hand hand) {}

  /// Opens the token.
  ///
  /// @param alias which key; empty for the first that signs
  /// @return empty when the PIN is wrong
  /// @throws Refused `NO_TOKEN`, `TOKEN_FAILED`
  synchronized Optional<Found> open(String alias, String pin) {
    Provider own = provider();
    try {
      // A token that stands open takes any PIN: it must be shut before one is tried.
      if (own instanceof AuthProvider token) token.logout();
      KeyStore store = KeyStore.getInstance("PKCS11", own);
      store.load(null, pin.toCharArray());
      for (String one : Collections.list(store.aliases())) {
        boolean asked = alias.isEmpty() || alias.equals(one);
        if (!asked || !(store.getKey(one, null) instanceof PrivateKey key)) continue;
        List<X509Certificate> chain = chain(store.getCertificateChain(one));
        if (!chain.isEmpty() && Certificates.signs(chain.getFirst()))
          return Optional.of(new Found(one, chain, new TokenHand(key, own)));
      }
      throw new Refused(TOKEN_FAILED);
    } catch (IOException e) {
      if (wrongPin(e)) return Optional.empty();
      LOG.warn("token: {} {}", e.getMessage(), String.valueOf(e.getCause()));
      throw new Refused(TOKEN_FAILED);
    } catch (GeneralSecurityException | ProviderException e) {
      LOG.warn("token: {}", e.getMessage());
      throw new Refused(TOKEN_FAILED);
    }
  }

  private static boolean wrongPin(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause())
      if (cause instanceof FailedLoginException
          || String.valueOf(cause.getMessage()).startsWith("CKR_PIN_")) return true;
    return false;
  }

  private static List<X509Certificate> chain(Certificate @Nullable [] all) {
    List<X509Certificate> chain = new ArrayList<>();
    if (all != null) for (Certificate one : all) chain.add((X509Certificate) one);
    return chain;
  }

  private synchronized Provider provider() {
    Provider known = provider;
    if (known != null) return known;
    Path library = settings.tokenLibrary();
    Provider base = Security.getProvider("SunPKCS11");
    if (library == null || base == null) throw new Refused(NO_TOKEN);
    String words =
        "--name=karyalay\nlibrary=" + library + "\nslotListIndex=" + settings.tokenSlot() + "\n";
    try {
      provider = known = base.configure(words);
      return known;
    } catch (java.security.InvalidParameterException | ProviderException e) {
      LOG.warn("token library {}: {}", library, e.getMessage());
      throw new Refused(TOKEN_FAILED);
    }
  }

  /// A key inside the token.
  private record TokenHand(PrivateKey key, Provider provider) implements Hand {
    @Override
    public byte[] sign(byte[] words) {
      try {
        return OwnHand.sign(key, words, provider);
      } catch (GeneralSecurityException | ProviderException e) {
        LOG.warn("token: {}", e.getMessage());
        throw new Refused(TOKEN_FAILED);
      }
    }

    @Override
    public Hand again() {
      return this;
    }

    @Override
    public void close() {
      // The token keeps its own session; there is nothing of the key here.
    }
  }
}
