package karyalay.shared;

/// Refusals that belong to no module.
public enum SharedRefusal implements Refused.Reason {
  /// There is nothing there for this reader: absent and hidden look alike.
  NOT_FOUND(404),
  /// The same act id came with another request.
  ACT_ID_USED(409),
  /// {0} is needed.
  MISSING(422),
  /// {0} cannot be read as what it should be.
  NOT_UNDERSTOOD(422),
  /// {0} has characters that are no writing.
  NOT_TEXT(422),
  /// {0} is longer than {1} characters.
  TOO_LONG(422),
  /// The database did not answer in time; nothing was done.
  TRY_AGAIN(503),
  /// The line to the database broke; what was asked may be done or not.
  UNSURE(503),
  /// No more can be written; nothing was done.
  DISK_FULL(507);

  private final int status;

  SharedRefusal(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "shared";
  }

  @Override
  public int status() {
    return status;
  }
}
