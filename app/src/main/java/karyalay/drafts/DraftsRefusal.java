package karyalay.drafts;

import karyalay.shared.Refused;

/// Why a letter is not written, approved or signed.
public enum DraftsRefusal implements Refused.Reason {
  FORM_RECEIVED_ONLY("OP-80", 422),
  TEMPLATE_UNKNOWN("OP-66", 422),
  /// {0} what is wrong with it.
  TEMPLATE_MALFORMED("OP-66", 422),
  /// {0} the field that nobody knows.
  TEMPLATE_FIELD_UNKNOWN("OP-66", 422),
  /// Neither this office nor one above it has a head to sign.
  NO_SIGNATORY("OP-70", 422),
  /// {0} what was typed.
  ADDRESSEE_UNKNOWN("OP-66", 422),
  /// {0} name: neither postal address nor e-mail nor mobile.
  ADDRESS_MISSING("OP-77", 422),
  CONTACT_INCOMPLETE("OP-66", 422),
  EMAIL_MALFORMED("", 422),
  MOBILE_MALFORMED("", 422),
  /// A document that does not lie in the paper, or that the writer may not see.
  ENCLOSURE_UNKNOWN("OP-66", 422),
  SUBJECT_MISSING("OP-80", 422),
  REFERENCE_MISSING("OP-80", 422),
  ADDRESSEE_MISSING("OP-80", 422),
  COPIES_MISSING("OP-80", 422),
  BODY_MISSING("OP-68", 422),
  /// {0} how much a letter may hold.
  LETTER_OVERSIZE("", 422),
  /// {0} how it begins, {1} how many letters it may have.
  LINE_TOO_LONG("", 422),
  /// {0} how many there may be.
  TOO_MANY_ADDRESSEES("", 422),
  LEGACY_FONT("OP-122", 422),
  /// {0} the mark of a field that still waits for its words.
  BLANK_LEFT("OP-66", 422),
  /// {0} who saved meanwhile, {1} when.
  CHANGED_MEANWHILE("OP-67", 409),
  /// The step does not lead on from the state; one sentence for each state.
  STATE_DRAFT("OP-68", 409),
  STATE_SUBMITTED("OP-68", 409),
  STATE_RETURNED("OP-68", 409),
  STATE_APPROVED("OP-69", 409),
  STATE_SIGNED("OP-69", 409),
  STATE_DISPATCHED("OP-69", 409),
  STATE_CANCELLED("OP-68", 409),
  REASON_NEEDED("", 422),
  MAY_NOT_APPROVE("OP-70", 422),
  MAY_NOT_SIGN("OP-70", 422),
  /// {0} mark of the signatory: not of the rank that signs such a letter.
  SIGNATORY_TOO_LOW("OP-70", 422),
  NOT_STANDARD("OP-70", 422),
  NOT_THE_SIGNATORY("OP-73", 422),
  NOTHING_TICKED("OP-73", 422),
  NOT_SIGNED("OP-76", 409),
  /// The letter's template is not on the list of those that are printed as मूल.
  NOT_AN_ORIGINAL("OP-142", 422),
  SCAN_NEEDED("OP-142", 422),
  SCAN_THERE("OP-142", 409);

  private final String rule;
  private final int status;

  DraftsRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "drafts";
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
