package karyalay.casenumbers.web;

import karyalay.casenumbers.CaseNumbers.OnPaper;
import karyalay.casenumbers.NumberLine;
import karyalay.shared.PaperId;
import karyalay.web.Page;

/// Numbers of a paper, what they link, and the field.
///
/// @param mine whether the reader may write, since the paper lies on his desk
public record CaseNumbersView(
    Page page, PaperId paper, String number, String path, OnPaper on, boolean mine) {

  public String written(NumberLine line) {
    return line.written() + ", " + page.name(line.thanaHi(), line.thanaEn());
  }

  public String address() {
    return "/papers/" + paper + "/case-numbers";
  }
}
