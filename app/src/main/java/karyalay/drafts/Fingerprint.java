package karyalay.drafts;

import java.util.HexFormat;
import java.util.stream.Collectors;
import karyalay.shared.Sha256;

/// The hash of all that a letter says, so that the ledger proves what was approved.
final class Fingerprint {
  private Fingerprint() {}

  static String of(Wording words) {
    String parties =
        words.parties().stream()
            .map(party ->
                party.role() + " " + party.target() + " " + party.address() + " " + party.purpose())
            .collect(Collectors.joining("\n"));
    String enclosures =
        words.enclosures().stream()
            .map(one -> one.content() + "/" + one.serial())
            .collect(Collectors.joining("\n"));
    String all =
        String.join(
            "\u0000",
            words.form().code(),
            words.nature().name(),
            words.prefix(),
            words.language(),
            words.subject(),
            words.reference(),
            words.salutation(),
            words.closing(),
            words.body().plain(),
            words.body().rich(),
            words.signatory().toString(),
            parties,
            enclosures);
    return HexFormat.of().formatHex(Sha256.of(all));
  }
}
