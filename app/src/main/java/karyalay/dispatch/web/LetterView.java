package karyalay.dispatch.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.Item;
import karyalay.dispatch.ItemState;
import karyalay.dispatch.LetterSheet;
import karyalay.dispatch.Mode;
import karyalay.dispatch.Peer;
import karyalay.shared.OfficeTime;
import karyalay.web.Page;

/// One letter on its way to all its addressees.
///
/// @param form name of its form
/// @param served whether a mail server is set
public record LetterView(
    Page page,
    LetterSheet letter,
    String form,
    List<Item> items,
    List<DispatchReading.Event> events,
    List<Peer> peers,
    boolean served) {

  public String path() {
    return "/dispatch/letters/" + letter.id();
  }

  public boolean acts() {
    return letter.mine() && letter.voided().isEmpty();
  }

  /// Whether some may be sent now.
  public boolean sendable() {
    return acts() && items.stream().anyMatch(item -> item.state().here());
  }

  public long count(ItemState state) {
    return items.stream().filter(item -> item.state() == state).count();
  }

  /// How many have left, of all.
  public long gone() {
    return items.stream().filter(item -> !item.state().here()).count();
  }

  /// How many a worker still has.
  public long underWay() {
    return items.stream()
        .filter(item -> item.state() == ItemState.ON_WAY && !item.mailUncertain())
        .count();
  }

  public boolean nothingSent() {
    return items.stream().allMatch(item -> item.state() == ItemState.TO_SEND);
  }

  public boolean waitsForServer() {
    return !served
        && items.stream()
            .anyMatch(item -> item.mode() == Mode.EMAIL && item.state() == ItemState.ON_WAY);
  }

  /// The way that fits most of those that wait.
  public Mode usual() {
    boolean ours =
        items.stream().anyMatch(item -> item.state().here() && item.post() != null && item.live());
    boolean mail = items.stream().anyMatch(item -> item.state().here() && !item.email().isEmpty());
    return ours ? Mode.OWN_OFFICE : mail ? Mode.EMAIL : Mode.POST;
  }

  /// Whether a way that fits the reader's items is ticked from the beginning.
  public boolean ticked(Item item) {
    return item.state().here()
        && (usual() != Mode.OWN_OFFICE || item.post() != null && item.live());
  }

  public boolean open(Item item) {
    return acts() && item.state() == ItemState.SENT;
  }

  public boolean returnable(Item item) {
    return acts()
        && item.state().out()
        && item.mode() != Mode.OWN_OFFICE
        && item.mode() != Mode.INSTANCE;
  }

  /// What shows that it went there.
  public String proof(Item item) {
    Mode mode = item.mode();
    if (mode == null) return "";
    return switch (mode) {
      case OWN_OFFICE -> item.number();
      case INSTANCE -> (item.peer() + " " + item.number()).strip();
      case EMAIL -> item.email();
      case POST -> item.address();
      case SPEED_POST -> item.tracking();
      case BY_HAND -> "";
      case MESSENGER -> item.carrier();
    };
  }

  public String time(Instant at) {
    return page.dates().time(at);
  }

  /// For a field of date and time.
  public String now() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", java.util.Locale.ROOT)
        .format(Instant.now().atZone(OfficeTime.ZONE));
  }
}
