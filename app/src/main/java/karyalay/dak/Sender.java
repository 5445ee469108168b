package karyalay.dak;

/// From whom it came, as written; every part may be empty. For a petition this is the applicant.
///
/// @param father father's or husband's name, of an applicant
/// @param village as typed: a village that no list knows is kept
/// @param mobile ten digits
public record Sender(
    String name,
    String father,
    String designation,
    String organisation,
    String department,
    String address,
    String village,
    String thana,
    String district,
    String state,
    String pin,
    String mobile,
    String phone,
    String email) {
  static final Sender UNKNOWN = new Sender("", "", "", "", "", "", "", "", "", "", "", "", "", "");
}
