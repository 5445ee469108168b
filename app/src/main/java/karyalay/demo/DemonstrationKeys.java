package karyalay.demo;

import java.util.List;
import java.util.UUID;
import karyalay.drafts.LetterId;
import karyalay.drafts.SignatureRuns;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.Scope;
import karyalay.signatures.KeyBook;
import karyalay.signatures.Keys;
import org.springframework.stereotype.Component;

/// Signing keys of the demonstration, all under one PIN that is printed at the start.
@Component
class DemonstrationKeys {
  /// As well known as the password, and no better.
  static final String PIN = "4826";

  /// Posts whose holders sign.
  static final List<String> SIGNERS = List.of("SP-SPO", "ASP-ASP", "CO-CCB", "SHO-SRK", "RDR-RDR");

  private final Cast cast;
  private final KeyBook book;
  private final Keys keys;
  private final SignatureRuns runs;

  DemonstrationKeys(Cast cast, KeyBook book, Keys keys, SignatureRuns runs) {
    this.cast = cast;
    this.book = book;
    this.keys = keys;
    this.runs = runs;
  }

  /// Each officer makes his key as the page would, with his password.
  void make(OfficeId district) {
    for (String mark : SIGNERS) {
      var proof =
          new KeyBook.Proof(
              Demonstration.PASSWORD,
              PIN,
              PIN,
              UUID.nameUUIDFromBytes(mark.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      book.make(cast.act(mark, district), cast.caller(mark, district), proof);
    }
  }

  /// @throws IllegalStateException when the letter was refused
  void sign(Act act, LetterId letter) {
    var begun = runs.begin(act, List.of(letter));
    runs.signAll(begun, keys.unlock(act.by(), PIN));
    var done = runs.progress(begun.run(), new Scope(act.person(), act.post()));
    if (done.count(SignatureRuns.State.SIGNED) != 1)
      throw new IllegalStateException("not signed: " + done.items());
  }
}
