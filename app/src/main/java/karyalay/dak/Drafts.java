package karyalay.dak;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is being typed into the diary form, kept for its author alone, one for each post he works
/// and each entry he goes on from. Nobody's record until it is saved as one: the ledger tells
/// nothing of it.
@Service
@Transactional
public class Drafts {
  /// @param typed by the names of the inputs
  public record Draft(Map<String, List<String>> typed, Instant at) {}

  private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};
  private static final UUID NEW = new UUID(0, 0);

  private final JdbcClient db;
  private final JsonMapper json;
  private final OfficeTime time;

  Drafts(JdbcClient db, JsonMapper json, OfficeTime time) {
    this.db = db;
    this.json = json;
    this.time = time;
  }

  /// Keeps what is typed; nothing, when the form it belongs to was saved meanwhile.
  ///
  /// @param act of the form: the one it will be saved with
  /// @param entry null for a new one
  public Instant keep(Act act, @Nullable ContentId entry, Map<String, List<String>> typed) {
    Instant now = time.now();
    db.sql(
            """
            INSERT INTO dak.draft (person, post, form, typed, saved_at)
            VALUES (:person, :post, :form, :typed::jsonb, :at)
            ON CONFLICT (person, post, form)
            DO UPDATE SET typed = excluded.typed, saved_at = excluded.saved_at
            WHERE draft.spent IS DISTINCT FROM :act
            """)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("form", form(entry))
        .param("typed", json.writeValueAsString(typed))
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("act", act.id().value())
        .update();
    return now;
  }

  /// What this person has begun to type here; empty when nothing waits.
  @Transactional(readOnly = true)
  public Optional<Draft> find(Scope scope, @Nullable ContentId entry) {
    return db.sql(
            """
            SELECT typed, saved_at FROM dak.draft
            WHERE person = ? AND post = ? AND form = ? AND typed <> '{}'
            """)
        .params(scope.person().value(), scope.post().value(), form(entry))
        .query((row, n) ->
            new Draft(
                json.readValue(Objects.requireNonNull(row.getString("typed")), TYPED),
                Objects.requireNonNull(row.getObject("saved_at", OffsetDateTime.class))
                    .toInstant()))
        .optional();
  }

  /// The form was saved, or put away: what was typed is needed no more.
  public void spend(Act act, @Nullable ContentId entry) {
    db.sql(
            """
            INSERT INTO dak.draft (person, post, form, typed, spent, saved_at)
            VALUES (:person, :post, :form, '{}', :act, :at)
            ON CONFLICT (person, post, form)
            DO UPDATE SET typed = '{}', spent = excluded.spent, saved_at = excluded.saved_at
            """)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("form", form(entry))
        .param("act", act.id().value())
        .param("at", time.now().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static UUID form(@Nullable ContentId entry) {
    return entry == null ? NEW : entry.value();
  }
}
