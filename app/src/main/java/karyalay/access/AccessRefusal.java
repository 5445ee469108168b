package karyalay.access;

import karyalay.shared.Refused;

/// Why somebody does not get in.
public enum AccessRefusal implements Refused.Reason {
  /// PNO and password do not fit; which of them is wrong is not told.
  WRONG_PASSWORD(422),
  /// {0} seconds to wait on this device.
  TOO_MANY_TRIES(429),
  SESSION_OVER(401),
  /// The session on this shared machine is locked until its owner shows that he is himself
  /// (OP-125).
  MACHINE_LOCKED(423),
  /// The form was opened by another of those who share this machine (OP-125).
  FORM_OF_ANOTHER(403),
  /// A call under /api without a live bearer token.
  TOKEN_NEEDED(401),
  /// {0} the post that was named.
  NOT_YOUR_CHARGE(403),
  /// The person holds no live charge, so no paper opens (OP-5).
  NO_POST(403),
  NOT_ADMINISTRATOR(403),
  FORM_TOO_OLD(403),
  PASSWORD_TOO_SHORT(422),
  /// The password was given by another, and his own is not chosen yet.
  CHOOSE_PASSWORD(403),
  /// The answer that showed the password was sent again.
  PASSWORD_SHOWN(409),
  LAST_ADMINISTRATOR(409),
  /// The person has signed in before, so that two must give him a new password (OP-139).
  TWO_PERSONS_NEEDED(409),
  /// {0} letters at most.
  PASSWORD_TOO_LONG(422),
  TOKEN_SCOPE(403),
  /// {0} how many letters its name may have.
  TOKEN_NEEDS_NAME(422);

  private final int status;

  AccessRefusal(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "access";
  }

  @Override
  public int status() {
    return status;
  }
}
