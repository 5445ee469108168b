package karyalay.devices;

import karyalay.shared.Refused;

/// What the rules of shared machines and of rescue refuse.
public enum DevicesRefusal implements Refused.Reason {
  /// This browser is not a machine that was marked shared.
  NOT_SHARED("OP-125", 404),
  /// Only the head of the office, or an administrator, marks a machine.
  NOT_HEAD("OP-125", 403),
  /// A machine needs a name of at most {0} letters.
  MACHINE_NEEDS_NAME("OP-125", 422),
  /// The machine is marked shared already, as {0}.
  ALREADY_SHARED("OP-125", 409),
  /// No tile was chosen.
  CHOOSE_NAME("OP-125", 422),
  /// Whoever was chosen has no tile on this machine (any more).
  NO_TILE("OP-125", 422),
  /// {0} tries are left on this machine.
  WRONG_HAND_PIN("OP-125", 422),
  /// Five wrong PINs: this machine wants his password.
  PIN_BARRED_HERE("OP-125", 429),
  /// No hand-over PIN is set.
  NO_HAND_PIN("OP-125", 422),
  /// {0} to {1} digits.
  HAND_PIN_MALFORMED("OP-125", 422),
  HAND_PINS_DIFFER("OP-125", 422),
  HAND_PIN_TOO_EASY("OP-125", 422),
  /// The PIN opens his signing key.
  HAND_PIN_SIGNS("OP-125", 422),
  /// A PIN was chosen {0} times today.
  HAND_PIN_CHOSEN_OFTEN("OP-125", 429),
  /// No SMS gateway is set.
  NO_SMS("OP-139", 409),
  /// Too many codes were asked for; {0} minutes to wait.
  CODES_TOO_MANY("OP-139", 429),
  /// The code is wrong, spent, late, or was asked for on another machine.
  CODE_WRONG("OP-139", 422),
  PASSWORDS_DIFFER("OP-139", 422),
  /// No such person under the asker.
  NOT_YOUR_PERSON("OP-139", 422),
  /// He never signed in: an administrator alone gives the first password.
  NEVER_SIGNED_IN("OP-139", 409),
  /// A reset of this person waits already.
  RESET_WAITS("OP-139", 409),
  RESET_NEEDS_REASON("OP-139", 422),
  /// Whoever asked, or is to be rescued, does not confirm.
  SECOND_PERSON("OP-139", 403),
  /// It was settled already, or its days are over.
  RESET_OVER("OP-139", 409),
  /// The answer that showed the password was sent again.
  RESET_SHOWN("OP-139", 409);

  private final String rule;
  private final int status;

  DevicesRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "devices";
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
