package karyalay.shared;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sees to it that an act is done once, however often it is sent: a double press, a retry after a
/// lost line, an offline replay, an API client's idempotency key.
@Component
public class Acts {
  private final JdbcClient db;

  Acts(JdbcClient db) {
    this.db = db;
  }

  /// Does the work the first time; later only returns what the first time made. Called by the
  /// outermost door, once for an act, inside its transaction.
  ///
  /// @param result the id of what is made or acted on
  /// @return the result of the first time, which is `result` when this is it
  /// @throws Refused `ACT_ID_USED` when the id came before with another request
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID once(Act act, UUID result, Runnable work) {
    // A simultaneous second press waits here, on the unique index, until the first has committed.
    boolean first =
        db.sql(
                    """
                    INSERT INTO shared.act (id, person, request_hash, result)
                    VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                    """)
                .params(act.id().value(), act.person().value(), act.requestHash(), result)
                .update()
            == 1;
    if (!first) return earlier(act);
    work.run();
    return result;
  }

  /// Whether an act of this id has been done, as of a form that was sent.
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean done(ActId id) {
    return db.sql("SELECT EXISTS (SELECT FROM shared.act WHERE id = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private UUID earlier(Act act) {
    var done =
        db.sql("SELECT person, request_hash, result FROM shared.act WHERE id = ?")
            .param(act.id().value())
            .query(Done.class)
            .single();
    boolean same =
        done.person().equals(act.person().value())
            && Arrays.equals(done.requestHash(), act.requestHash());
    if (!same) throw new Refused(SharedRefusal.ACT_ID_USED);
    return done.result();
  }

  private record Done(UUID person, byte[] requestHash, UUID result) {}
}
