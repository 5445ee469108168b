package karyalay.organisation;

import karyalay.shared.Refused;

/// What the rules of offices, posts, people, charges, calendars and numbers refuse.
public enum OrganisationRefusal implements Refused.Reason {
  /// Both names, Hindi and English, are needed.
  NAMES_NEEDED("OP-4"),
  /// Another live office of the district has the code {0}.
  OFFICE_CODE_TAKEN("OP-7"),
  /// {0} is not a code of one to eight capital letters and digits.
  CODE_MALFORMED("OP-7"),
  /// An office cannot lie under itself.
  OFFICE_UNDER_ITSELF("OP-4"),
  /// An office does not move to another district.
  OTHER_DISTRICT("OP-4"),
  /// The office still has {0} live posts, and {1} offices under it.
  OFFICE_IN_USE("OP-4"),
  /// The office is closed, or not open yet.
  OFFICE_CLOSED("OP-4"),
  /// A live post of the district has the mark {0}.
  MARK_TAKEN("OP-7"),
  /// The post {0} is no more; the nearest head is {1}.
  POST_ABOLISHED("OP-7"),
  /// The post {0} is no more, and nobody is left above it.
  POST_GONE("OP-7"),
  /// With the post {0} still lie {1} papers.
  POST_HOLDS_PAPERS("OP-1"),
  /// The post {0} is of an office outside: it is written to, nothing is marked to it.
  POST_OUTSIDE(""),
  /// The office has a head already: {0}.
  HEAD_TAKEN("OP-108"),
  /// The short form is longer than 22 characters.
  SHORT_TOO_LONG(""),
  /// No such rank.
  RANK_UNKNOWN("OP-6"),
  /// Nothing differs from what stands there.
  NOTHING_CHANGED(""),
  /// Name, PNO, mobile, gender, rank and date of joining are needed.
  PERSON_INCOMPLETE("OP-6"),
  /// {0} is not a PNO of nine digits.
  PNO_MALFORMED("OP-6"),
  /// {0} is not a mobile number of ten digits.
  MOBILE_MALFORMED("OP-6"),
  /// {0} is not an e-mail address.
  EMAIL_MALFORMED("OP-6"),
  /// Another person has the PNO {0}.
  PNO_TAKEN("OP-6"),
  /// The person does not serve on that day.
  PERSON_NOT_SERVING("OP-5"),
  /// The post does not exist on that day.
  POST_NOT_LIVE("OP-5"),
  /// {0} holds this post; his charge must end first.
  POST_HELD("OP-3"),
  /// The person has this post already.
  CHARGE_KNOWN("OP-3"),
  /// A counter is worked by members.
  COUNTER_HAS_MEMBERS("OP-123"),
  /// Only a counter has members.
  NOT_A_COUNTER("OP-123"),
  /// A link officer covers stated dates.
  LINK_NEEDS_END("OP-9"),
  /// The last date lies before the first.
  DATES_CROSSED(""),
  /// That office has stated this day already.
  HOLIDAY_KNOWN("OP-14"),
  /// The kind of a master has capital letters, its code none but a to z, digits and hyphens.
  MASTER_MALFORMED("OP-14"),
  /// No such kind of place.
  PLACE_KIND_UNKNOWN(""),
  /// {0} in {1} stands in the list already.
  PLACE_KNOWN("OP-14"),
  /// Numbers of this series were given out already.
  SERIES_STARTED("OP-18"),
  /// The number {0} is not one that was reserved and is unused.
  NUMBER_NOT_RESERVED("OP-18"),
  /// A number is voided with a reason.
  VOID_NEEDS_REASON("OP-18"),
  /// This district is in the database already.
  DISTRICT_LOADED("");

  private final String rule;

  OrganisationRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String module() {
    return "organisation";
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public int status() {
    return this == DISTRICT_LOADED || this == SERIES_STARTED ? 409 : 422;
  }
}
