package karyalay.orders;

import java.util.List;
import java.util.UUID;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// मेरे दिए हुए: what a post gave, to whom, by when, and what came back.
@Service
@Transactional(readOnly = true)
public class OrderReading {
  private final OrderStore orders;
  private final GivenStore given;

  OrderReading(OrderStore orders, GivenStore given) {
    this.orders = orders;
    this.given = given;
  }

  /// One order of the reader's post with what became of it on each paper that he may read.
  ///
  /// @throws Refused `NOT_FOUND` for another post's order
  public GivenOrder of(UUID id, Scope scope) {
    return orders
        .head(id, scope.post())
        .map(head -> new GivenOrder(head, orders.lines(id, scope)))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// What left this post and has an answer to come, overdue first; then what came back, newest
  /// first. Papers under an order and those marked without one alike.
  public List<GivenPaper> given(Scope scope, GivenFilter filter) {
    return given.page(scope, filter);
  }

  /// How much of each there is.
  public GivenPaper.Counts counts(Scope scope) {
    return given.counts(scope);
  }
}
