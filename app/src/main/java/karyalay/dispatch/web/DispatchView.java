package karyalay.dispatch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import karyalay.dispatch.Asked;
import karyalay.dispatch.Call;
import karyalay.dispatch.DispatchLists;
import karyalay.web.Page;

/// The lists of dispatch; of the four kinds of rows only those of the list that is shown are there.
///
/// @param served whether a mail server is set
public record DispatchView(
    Page page,
    Which which,
    List<DispatchLists.Waiting> waiting,
    List<DispatchLists.Line> lines,
    List<Call> calls,
    List<Asked> asked,
    boolean served,
    LocalDate today) {

  /// The lists there are.
  public enum Which {
    WAITING,
    RETURNED,
    ACKNOWLEDGED,
    CALLS,
    CLOSED,
    ASKED;

    /// Key of its name; of the hint beneath it with `.hint` behind.
    public String key() {
      return "dispatch.list." + name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean empty() {
    return waiting.isEmpty() && lines.isEmpty() && calls.isEmpty() && asked.isEmpty();
  }

  public String to(Which list) {
    return page.link("/dispatch?list=" + list);
  }

  public String path(karyalay.drafts.LetterId letter) {
    return page.link("/dispatch/letters/" + letter);
  }

  public boolean late(LocalDate target) {
    return today.isAfter(target);
  }
}
