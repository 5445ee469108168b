package karyalay.dak.web;

import java.util.List;

/// The lists that the diary form offers.
public record DiaryLists(
    List<Choice> modes, List<Choice> categories, List<Choice> forms, List<Choice> languages) {

  /// One entry of a list.
  ///
  /// @param group under which heading; empty without one
  public record Choice(String code, String label, String group) {}
}
