package karyalay.dak;

/// The SQL of the lists of receipts. Each names its papers as `pile (id, key)`, newest key first;
/// what is shown of them is one and the same.
final class ListQueries {
  /// A page: what the reader may see of a pile, filtered and cut.
  static final String PAGE =
      """
      , shown AS (
          SELECT p.id, p.content, pile.key, r.named, p.number, p.title, p.subtitle, p.physical, p.place,
                 p.urgency, p.class, p.due_at, p.opened_at, p.from_post, p.holder,
                 d.diarised_on, (f.paper IS NOT NULL) AS followed
          FROM pile JOIN desk.v_paper p ON p.id = pile.id
          JOIN desk.readable(:person, :post) r ON r.paper = p.id
          JOIN dak.receipt d ON d.id = p.content
          LEFT JOIN dak.follow_up f ON f.post = :post AND f.paper = p.id
          WHERE (cast(:physical AS boolean) IS NULL OR p.physical = :physical)
            AND (cast(:read AS boolean) IS NULL OR (p.opened_at IS NOT NULL) = :read)
            AND (NOT :followed OR f.paper IS NOT NULL)
            AND (pile.key, p.id) < (:key, cast(:id AS uuid))
          ORDER BY pile.key DESC, p.id DESC LIMIT :limit
      )
      SELECT shown.*, a.mark AS from_mark, h.mark AS holder_mark FROM shown
      LEFT JOIN organisation.v_post_ever a ON a.id = shown.from_post
      LEFT JOIN organisation.v_post_ever h ON h.id = shown.holder
      ORDER BY shown.key DESC, shown.id DESC
      """;

  static final String COUNT =
      """
      SELECT count(*) FROM pile JOIN desk.v_paper p ON p.id = pile.id
      JOIN desk.readable(:person, :post) r ON r.paper = p.id
      """;

  private static final String INBOX =
      """
      WITH pile AS (
          SELECT id, (extract(epoch FROM arrived_at) * 1000000)::bigint AS key FROM desk.v_paper
          WHERE holder = :post AND place IN ('DESK', 'TRANSIT') AND kind = 'RECEIPT'
      )
      """;

  private static final String CREATED =
      """
      WITH pile AS (
          SELECT id, (extract(epoch FROM made_at) * 1000000)::bigint AS key FROM desk.v_paper
          WHERE holder = :post AND place IN ('DESK', 'TRANSIT') AND kind = 'RECEIPT'
            AND creator = :post AND moves = 1
      )
      """;

  private static final String CLOSED =
      """
      WITH pile AS (
          SELECT id, (extract(epoch FROM arrived_at) * 1000000)::bigint AS key FROM desk.v_paper
          WHERE holder = :post AND place = 'CLOSED' AND place IN ('PARKED', 'CLOSED') AND kind = 'RECEIPT'
      )
      """;

  private static final String ACKNOWLEDGEMENTS =
      """
      WITH pile AS (
          SELECT d.lead AS id, (extract(epoch FROM a.at) * 1000000)::bigint AS key
          FROM dak.acknowledgement a JOIN dak.receipt d ON d.id = a.receipt WHERE a.post = :post
      )
      """;

  private static final String FOLLOWED =
      """
      WITH pile AS (
          SELECT paper AS id, (extract(epoch FROM since) * 1000000)::bigint AS key
          FROM dak.follow_up WHERE post = :post
      )
      """;

  private static final String FOLDER =
      """
      WITH pile AS (
          SELECT f.paper AS id, (extract(epoch FROM p.arrived_at) * 1000000)::bigint AS key
          FROM dak.folder_paper f JOIN desk.v_paper p ON p.id = f.paper
          WHERE f.post = :post AND f.folder = cast(:folder AS uuid)
      )
      """;

  private static final String MISSING =
      """
      WITH pile AS (
          SELECT d.lead AS id, (extract(epoch FROM min(m.since)) * 1000000)::bigint AS key
          FROM dak.missing_enclosure m JOIN dak.receipt d ON d.id = m.receipt
          WHERE m.settled_at IS NULL GROUP BY d.lead
      )
      """;

  private static final String UNSEEN =
      """
      WITH pile AS (
          SELECT lead AS id, (extract(epoch FROM see_by) * 1000000)::bigint AS key FROM dak.receipt
          WHERE state = 'GENERATED' AND seen_at IS NULL AND see_by < :now AND district = :district
      )
      """;

  private static final String DISPUTED =
      """
      WITH pile AS (
          SELECT paper AS id, (extract(epoch FROM max(at)) * 1000000)::bigint AS key FROM dak.wrong_mark
          WHERE settler = :post AND settler IS NOT NULL AND settled_at IS NULL GROUP BY paper
      )
      """;

  private ListQueries() {}

  static String pile(Pile pile) {
    return switch (pile) {
      case INBOX -> INBOX;
      case CREATED -> CREATED;
      case CLOSED -> CLOSED;
      case ACKNOWLEDGEMENTS -> ACKNOWLEDGEMENTS;
      case FOLLOWED -> FOLLOWED;
      case FOLDER -> FOLDER;
      case MISSING -> MISSING;
      case UNSEEN -> UNSEEN;
      case DISPUTED -> DISPUTED;
      case SENT, ENTRIES, BIN -> throw new IllegalArgumentException("not a pile of ours: " + pile);
    };
  }
}
