package karyalay.dak.web;

import java.util.List;
import java.util.stream.Stream;
import karyalay.dak.Pavati;
import karyalay.shared.PaperId;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// An acknowledgement to be printed or read out.
///
/// @param pavati null while none was given
public record PavatiView(Page page, PaperId paper, @Nullable Pavati pavati) {
  /// On what it can be printed.
  public List<String> slips() {
    return Stream.of(DakPrints.Slip.values()).map(Enum::name).toList();
  }

  public String print(String slip) {
    return page.link("/receipts/" + paper + "/acknowledgement.pdf?slip=" + slip);
  }

  /// The same as plain text, for a message.
  public String text() {
    if (pavati == null) return "";
    return page.t(
        "dak.pavati.text",
        pavati.number(),
        page.dates().day(pavati.day()),
        page.name(pavati.officeHi(), pavati.officeEn()),
        page.name(pavati.nameHi(), pavati.nameEn()),
        page.name(pavati.designationHi(), pavati.designationEn()));
  }
}
