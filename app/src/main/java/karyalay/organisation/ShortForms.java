package karyalay.organisation;

import java.util.Map;

/// Short forms of posts for lists and stamps, as `प्र0नि0 कोतवाली`: what the district writes, put
/// together from the short forms of designation and office.
record ShortForms(
    Map<String, String> designations, Map<String, String> offices, Map<String, String> posts) {

  /// @param mark of the post without its serial
  /// @param serial 0 where there is but one
  String of(String mark, String designation, int serial, String officeId, String office) {
    String number = serial == 0 ? "" : "-" + serial;
    String given = posts.get(mark);
    if (given != null) return Marks.shorten(given + number);
    String post = designations.getOrDefault(designation, designation) + number;
    String whole = post + " " + offices.getOrDefault(officeId, office);
    return whole.length() <= Marks.SHORT ? whole : Marks.shorten(post);
  }

  String office(String id, String name) {
    return offices.getOrDefault(id, name);
  }
}
