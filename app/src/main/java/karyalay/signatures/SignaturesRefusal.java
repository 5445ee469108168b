package karyalay.signatures;

import karyalay.shared.Refused;

/// Why a key is not opened, a document not signed, a certificate not taken.
public enum SignaturesRefusal implements Refused.Reason {
  /// The officer has not made a signing key yet.
  NO_KEY("OP-74"),
  /// A PIN is needed and none was typed.
  PIN_NEEDED("OP-72"),
  /// {0} tries are left.
  WRONG_PIN("OP-72"),
  /// Five wrong PINs.
  KEY_LOCKED("OP-72"),
  /// Deactivated or replaced since it was opened.
  KEY_NOT_ACTIVE("OP-74"),
  /// The key is another person's.
  NOT_YOUR_KEY("OP-74"),
  /// {0} the day on which it ran out.
  CERTIFICATE_EXPIRED("OP-72"),
  /// The PIN has {0} to {1} digits.
  PIN_MALFORMED("OP-72"),
  /// As 1234 or 0000.
  PIN_TOO_EASY("OP-72"),
  PIN_IS_PASSWORD("OP-72"),
  /// It is his hand-over PIN (OP-125).
  PIN_TAKEN("OP-72"),
  PINS_DIFFER(""),
  REASON_NEEDED("OP-74"),
  KEY_ENDED("OP-74"),
  /// The file is no PKCS#12.
  FILE_BROKEN("OP-74"),
  FILE_PASSWORD_WRONG("OP-74"),
  FILE_WITHOUT_KEY("OP-74"),
  /// The certificate is an authority's own, or not for signing.
  CERTIFICATE_NOT_FOR_SIGNING("OP-74"),
  /// {0} when it ran out.
  FILE_EXPIRED("OP-74"),
  /// {0} who issued it: no authority that is trusted here.
  NOT_LICENSED("OP-72"),
  /// No token library is set on this machine.
  NO_TOKEN("OP-72"),
  /// The token does not answer, or there is no key in it.
  TOKEN_FAILED("OP-72"),
  NOT_SIGNABLE("OP-72"),
  TIME_STAMP_FAILED("OP-72", 503),
  NOT_A_PDF("OP-75"),
  /// {0} MB at most.
  CHECK_TOO_LARGE("OP-75", 413),
  CHECK_TOO_HEAVY("OP-75"),
  CHECK_BUSY("OP-75", 503),
  /// {0} seconds to wait.
  CHECKS_TOO_MANY("OP-75", 429),
  NOTE_MUST_BE_SIGNED("OP-56"),
  NO_ESIGN("OP-72"),
  /// The provider's answer is not what it signed, or not signed at all.
  ESIGN_NOT_GENUINE("OP-72"),
  /// An answer to no question of ours, or a second answer.
  ESIGN_UNKNOWN("OP-72"),
  /// Another document than was sent was signed.
  ESIGN_OTHER_DOCUMENT("OP-72"),
  ESIGN_TOO_LATE("OP-72"),
  /// {0} what the provider says.
  ESIGN_FAILED("OP-72");

  private final String rule;
  private final int status;

  SignaturesRefusal(String rule) {
    this(rule, 422);
  }

  SignaturesRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "signatures";
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public int status() {
    return status;
  }
}
