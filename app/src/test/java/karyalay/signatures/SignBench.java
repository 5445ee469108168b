package karyalay.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import karyalay.rendering.Rendered;
import karyalay.rendering.Rendering;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many letters of our own renderer are signed in a second on two threads, warm: PAdES B-B with
/// a field, without the database.
final class SignBench {
  private static final int THREADS = 2;

  private SignBench() {}

  /// @param words seconds
  static void main(String... words) throws Exception {
    int seconds = Integer.parseInt(words[0]);
    var out = new ByteArrayOutputStream();
    Rendered rendered = Rendering.write(SignedPrintTest.letter(), out);
    Rendered.Place place = rendered.place("s").orElseThrow();
    var spot =
        new ToSign.Spot(
            place.page(),
            (float) place.x(),
            (float) place.y(),
            (float) place.width(),
            (float) place.height());
    PdfSigner signer = signer();
    long begun = System.nanoTime();
    byte[] first = signer.sign(new ToSign(out.toByteArray(), "x", "", Instant.now(), spot), key());
    System.out.println(
        "the first letter takes "
            + (System.nanoTime() - begun) / 1_000_000
            + " ms, and has "
            + first.length / 1024
            + " KB");
    var _ = rate(signer, out.toByteArray(), spot, Math.max(5, seconds / 2));
    double rate = rate(signer, out.toByteArray(), spot, seconds);
    System.out.println(String.format(Locale.ROOT, "sign.letters_per_second %.0f", rate));
  }

  private static double rate(PdfSigner signer, byte[] pdf, ToSign.Spot spot, int seconds)
      throws InterruptedException, ExecutionException, IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<Integer>> work = new ArrayList<>();
    for (int n = 0; n < THREADS; n++)
      work.add(() -> {
        int done = 0;
        Unlocked key = key();
        while (System.nanoTime() < end) {
          signer.sign(new ToSign(pdf, "x", "", Instant.now(), spot), key);
          done++;
        }
        return done;
      });
    int all = 0;
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      for (var done : pool.invokeAll(work)) all += done.get();
    }
    return all / (double) seconds;
  }

  /// No database: there is no authority whose list of revocations could be asked for.
  private static PdfSigner signer() {
    SigningSettings settings = SettingsOf.folder(Path.of("."));
    JdbcClient none =
        JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource());
    var store =
        new AuthorityStore(none) {
          @Override
          Optional<Row> find() {
            return Optional.empty();
          }
        };
    var authority =
        new OfficeAuthority(store, new OutsideSecret(settings), new OfficeTime(Clock.systemUTC()));
    var stamps = new TimeStamps(settings);
    var trust = new Trust(authority, settings);
    return new PdfSigner(new PadesTools(authority, trust, stamps, new KeyRows(none)), stamps);
  }

  /// On the curve that the office's own keys are on.
  private static Unlocked key() {
    KeyPair pair = OfficeAuthority.pair("secp256r1");
    return new Unlocked(
        UUID.randomUUID(),
        new PersonId(UUID.randomUUID()),
        SignatureKind.OFFICE_APPROVAL,
        List.of(TestAuthority.LICENSED.certify("CN=Bench,O=Test", pair.getPublic())),
        new OwnHand("EC", pair.getPrivate().getEncoded()));
  }
}
