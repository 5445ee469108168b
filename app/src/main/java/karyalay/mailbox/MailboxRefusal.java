package karyalay.mailbox;

import karyalay.shared.Refused;

/// Why an e-mail is not diarised, or a mailbox not set.
public enum MailboxRefusal implements Refused.Reason {
  /// {0} number under which it was diarised.
  DIARISED("OP-31", 409),
  /// It was put aside as no dak; it must be taken back first.
  PUT_ASIDE("OP-31", 409),
  NOT_PUT_ASIDE("OP-31", 409),
  REASON_NEEDED("OP-31", 422),
  /// {0} name of the mailbox.
  NAME_MALFORMED("", 422),
  NAME_TAKEN("", 409),
  HOST_NEEDED("", 422),
  PORT_MALFORMED("", 422);

  private final String rule;
  private final int status;

  MailboxRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "mailbox";
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
