package karyalay.dak;

import karyalay.shared.Refused;

/// Why something is not diarised, marked or closed.
public enum DakRefusal implements Refused.Reason {
  /// {0} name of the field.
  FIELD_NEEDED("OP-20", 422),
  /// {0} names of the fields of which one is needed.
  ONE_OF_NEEDED("OP-20", 422),
  /// {0} how long it is, {1} how long it may be.
  TOO_LONG("OP-19", 422),
  FUTURE_DATE("OP-19", 422),
  /// {0} what was typed.
  DATE_UNCLEAR("OP-19", 422),
  MOBILE_UNCLEAR("", 422),
  PIN_UNCLEAR("", 422),
  /// {0} what was chosen; the master does not have it.
  NOT_IN_MASTER("OP-14", 422),
  /// {0} how long it is.
  GIST_LENGTH("OP-132", 422),
  UPLOAD_NEEDED("OP-21", 422),
  /// {0} number, {1} day.
  ALREADY_DIARISED("OP-35", 409),
  /// It has its number; only an entry can be changed or thrown away like that.
  HAS_NUMBER("OP-34", 409),
  /// It was handed to this post to be diarised.
  HANDED_OVER("OP-16", 422),
  NOT_URGENT_BY_NAME("OP-16", 422),
  /// {0} name of the field.
  FIXED("OP-23", 422),
  ONLY_LEAD_HOLDER_EDITS("OP-23", 422),
  COVER_IS_CLOSED("OP-17", 422),
  COVER_IS_PAPER("OP-17", 422),
  /// The post that diarised a closed cover does not open it.
  COVER_FOR_ADDRESSEE("OP-17", 422),
  /// {0} number: its cover has not been opened and diarised.
  OPEN_COVER_FIRST("OP-17", 422),
  /// {0} number that was typed: no file of that number lies on this desk.
  NO_SUCH_FILE("OP-28", 422),
  MIXED("OP-26", 422),
  /// {0} what was typed.
  NO_SUCH_NUMBER("OP-18", 422),
  NO_ADDRESSEE("", 422),
  /// {0} what was typed.
  NO_SUCH_POST("OP-7", 422),
  /// This post diarised it: there is nobody nearer to return it to.
  REGISTRY_ITSELF("OP-32", 422),
  /// {0} number: the named officer has settled whose it is.
  OWNER_SETTLED("OP-32", 409),
  NOT_DISPUTED("OP-32", 409),
  NOT_THE_SETTLER("OP-32", 422),
  /// {0} number.
  COGNIZABLE("OP-119", 422),
  ONLY_DECIDING_OFFICER("OP-119", 422),
  REASON_NEEDED("", 422),
  OLD_NUMBER_NEEDED("OP-137", 422),
  /// {0} number: it was brought over from the paper register already.
  OPENING_KNOWN("OP-137", 409),
  /// {0} the day that was written.
  OPENING_TOO_OLD("OP-137", 422),
  /// It would be due before it came.
  OPENING_DUE("OP-137", 422),
  /// {0} number: neither the post that holds it nor the one that diarised it.
  ORIGINAL_NOT_YOURS("OP-128", 422),
  /// {0} number: what came without paper has no original to be kept.
  ORIGINAL_ON_PAPER_ONLY("OP-128", 422),
  PROPERTY_ROOM_NUMBER("OP-128", 422);

  private final String rule;
  private final int status;

  DakRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "dak";
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
