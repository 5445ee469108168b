package karyalay.dak.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import karyalay.dak.Aside;
import karyalay.dak.ListFilter;
import karyalay.dak.ListRow;
import karyalay.dak.Pile;
import karyalay.dak.Receipt;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// A list of receipts (OP-36).
///
/// @param count how many the list has; the pages show as many
/// @param next address of the next page; null on the last
public record ListView(
    Page page,
    ListFilter filter,
    int count,
    List<ListRow> rows,
    List<Receipt> entries,
    List<Aside.Folder> folders,
    @Nullable String next,
    Instant now) {

  /// A filter of the inbox, as a link that turns it on or off.
  public record Toggle(String words, String address, boolean on) {}

  public Pile[] piles() {
    return Pile.values();
  }

  public Pile pile() {
    return filter.pile();
  }

  public String to(Pile pile) {
    return page.link("/receipts?pile=" + pile);
  }

  public String to(Aside.Folder folder) {
    return page.link("/receipts?pile=FOLDER&folder=" + folder.id());
  }

  /// Whether rows can be ticked and marked together.
  public boolean ticks() {
    return pile() == Pile.INBOX || pile() == Pile.CREATED;
  }

  public List<Toggle> toggles() {
    if (!pile().papers() || pile() == Pile.SENT) return List.of();
    var toggles = new ArrayList<Toggle>();
    toggles.add(toggle("unread", "read=false", Boolean.FALSE.equals(filter.read())));
    toggles.add(toggle("read", "read=true", Boolean.TRUE.equals(filter.read())));
    toggles.add(toggle("dak.followed-up", "followed=true", filter.followed()));
    toggles.add(toggle("physical", "physical=true", Boolean.TRUE.equals(filter.physical())));
    toggles.add(toggle("electronic", "physical=false", Boolean.FALSE.equals(filter.physical())));
    return toggles;
  }

  private Toggle toggle(String words, String query, boolean on) {
    String base = "/receipts?pile=" + pile();
    return new Toggle(words, page.link(on ? base : base + "&" + query), on);
  }

  public String due(ListRow row) {
    Instant due = row.due();
    return due == null ? "" : page.dates().day(due.minusNanos(1));
  }

  public boolean late(ListRow row) {
    Instant due = row.due();
    return due != null && due.isBefore(now);
  }

  public String path(ListRow row) {
    return page.link("/receipts/" + row.paper());
  }

  public String path(Receipt entry) {
    return page.link("/receipts/entries/" + entry.id());
  }
}
