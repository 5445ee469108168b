package karyalay.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.dak.Delivered;
import karyalay.dak.Deliveries;
import karyalay.dak.Delivery;
import karyalay.desk.Classification;
import karyalay.desk.Papers;
import karyalay.documents.DocumentId;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Limit;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Carries letters between desks of this instance: dak, पावती, clock and the item's line are
/// written in one transaction each, so that a letter arrives once or is still on its way.
@Component
@Transactional
class Carriage {
  static final String CLOCK = "REPORT";
  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient db;
  private final ItemStore items;
  private final Deliveries deliveries;
  private final Papers papers;
  private final Ledger ledger;
  private final OfficeTime time;

  Carriage(
      JdbcClient db,
      ItemStore items,
      Deliveries deliveries,
      Papers papers,
      Ledger ledger,
      OfficeTime time) {
    this.db = db;
    this.items = items;
    this.deliveries = deliveries;
    this.papers = papers;
    this.ledger = ledger;
    this.time = time;
  }

  /// An act of the program's own.
  static Act ours() {
    return Act.of(new Actor(new PersonId(NOBODY), new PostId(NOBODY), Capacity.SYSTEM));
  }

  /// What waits to be carried, oldest first.
  @Transactional(readOnly = true)
  public List<UUID> waiting(int most) {
    return db.sql(
            """
            SELECT id FROM dispatch.item WHERE state = 'ON_WAY' AND mode = 'OWN_OFFICE'
            ORDER BY sent_at, id LIMIT ?
            """)
        .param(most)
        .query(UUID.class)
        .list();
  }

  private record Load(
      UUID post,
      UUID document,
      String number,
      LocalDate issuedOn,
      String form,
      String language,
      String subject,
      String classification,
      String designation,
      String office,
      String name,
      @Nullable LocalDate target) {}

  /// Carries one; does nothing when another node has it in hand or it is carried already.
  ///
  /// @throws karyalay.shared.Refused when the addressee's post is no more
  public void carry(UUID item) {
    Optional<Load> load = take(item);
    if (load.isEmpty()) return;
    Load letter = load.get();
    Delivered arrived = deliveries.deliver(delivery(letter));
    LocalDate target = letter.target();
    if (target != null) papers.clock(arrived.paper(), arrived.office(), CLOCK, Limit.on(target));
    items.acknowledge(
        item,
        new ItemStore.Taken("", "", arrived.at(), null, arrived.paper().value(), arrived.number()));
    Act act = ours();
    items.event(item, "ARRIVED", Mode.OWN_OFFICE.name(), act, arrived.number(), time.now());
    ledger.append(
        act, new Entry("dispatch.arrived", "item/" + item, Map.of("number", arrived.number())));
  }

  private Optional<Load> take(UUID item) {
    return db.sql(
            """
            SELECT i.post, l.document, l.number, l.issued_on, l.form, l.language, l.subject,
                   p.class AS classification, t.designation_hi AS designation, o.name_hi AS office,
                   coalesce(x.name_hi, '') AS name,
                   (SELECT c.target FROM dispatch.call c
                    WHERE c.letter = l.id AND c.closed_at IS NULL) AS target
            FROM dispatch.item i
            JOIN drafts.v_letter l ON l.id = i.letter
            JOIN desk.v_paper p ON p.id = l.paper
            JOIN organisation.v_post_ever t ON t.id = l.signatory
            JOIN organisation.v_office o ON o.id = l.office
            LEFT JOIN organisation.v_person x ON x.id = l.signed_person
            WHERE i.id = ? AND i.state = 'ON_WAY' AND i.mode = 'OWN_OFFICE'
            FOR UPDATE OF i SKIP LOCKED
            """)
        .param(item)
        .query(Load.class)
        .optional();
  }

  private static Delivery delivery(Load letter) {
    boolean asked = letter.target() != null;
    return new Delivery(
        new PostId(letter.post()),
        Delivery.sender(letter.name(), letter.designation(), letter.office()),
        letter.number(),
        letter.issuedOn(),
        letter.form(),
        letter.language(),
        letter.subject(),
        asked ? "call-for-report" : "",
        Classification.valueOf(letter.classification()),
        new DocumentId(letter.document()),
        letter.number() + ".pdf");
  }

  /// What could not arrive comes back with the reason.
  public void giveBack(UUID item, String reason) {
    Act act = ours();
    items.state(item, ItemState.RETURNED, reason);
    items.event(item, "RETURNED", Mode.OWN_OFFICE.name(), act, reason, time.now());
    ledger.append(act, new Entry("dispatch.returned", "item/" + item, Map.of("reason", reason)));
  }

  /// Starts the clocks of what arrived before it was asked about, and stops those of what is no
  /// longer.
  void clocks(UUID call, boolean running, LocalDate target) {
    var there =
        db.sql(
                """
                SELECT i.paper, p.office FROM dispatch.item i
                JOIN dispatch.call c ON c.letter = i.letter
                JOIN desk.v_paper p ON p.id = i.paper
                WHERE c.id = ? AND NOT EXISTS (SELECT FROM dispatch.reply a WHERE a.item = i.id)
                ORDER BY i.paper
                """)
            .param(call)
            .query(There.class)
            .list();
    for (There one : there) {
      var paper = new PaperId(one.paper());
      if (running)
        papers.clock(paper, new karyalay.shared.OfficeId(one.office()), CLOCK, Limit.on(target));
      else papers.stopClock(paper, CLOCK);
    }
  }

  private record There(UUID paper, UUID office) {}
}
