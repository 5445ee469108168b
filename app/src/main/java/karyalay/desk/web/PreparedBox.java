package karyalay.desk.web;

import java.util.List;
import java.util.Optional;
import karyalay.desk.Kind;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.shared.Caller;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The yellow box on the page of a paper: `@template.desk.prepared(view = …)`. No statement is sent
/// for a paper on which nothing is prepared.
@Component
public class PreparedBox {
  private final ObjectProvider<PreparedSource> source;

  PreparedBox(ObjectProvider<PreparedSource> source) {
    this.source = source;
  }

  /// @param items what the reader prepared or is to approve
  /// @param begin where he may prepare something for the holder; null at his own desk
  public record View(Page page, List<PreparedSource.Prepared> items, @Nullable String begin) {
    public boolean shown() {
      return !items.isEmpty() || begin != null;
    }
  }

  public View of(Page page, Reading.Card card, Caller caller) {
    Optional<PreparedSource> found = source.stream().findFirst();
    if (found.isEmpty()) return new View(page, List.of(), null);
    List<PreparedSource.Prepared> items =
        card.prepared() ? found.get().on(page, card, caller) : List.of();
    boolean elsewhere =
        card.named()
            && card.paper().kind() != Kind.COMPLAINT
            && card.paper().place() instanceof Place.OnDesk
            && !card.paper().heldBy(caller.seat().post());
    return new View(page, items, elsewhere ? found.get().path(card) : null);
  }
}
