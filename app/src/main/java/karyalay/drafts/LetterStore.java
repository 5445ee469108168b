package karyalay.drafts;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import karyalay.shared.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of letters: where each stands.
@Repository
class LetterStore {
  private final JdbcClient db;

  LetterStore(JdbcClient db) {
    this.db = db;
  }

  void insert(LetterHead head, Wording words, @Nullable LetterId about, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO drafts.letter (id, paper, content, district, office, state, version, revision, sealed,
                keep_all, form, nature, language, template, category, subject, signatory, original, standard, about,
                made_person, made_post, made_at, changed_at)
            VALUES (:id, :paper, :content, :district, :office, 'DRAFT', 1, 1, false, :keep, :form, :nature,
                :language, :template, :category, :subject, :signatory, :original, :standard, :about, :person, :post,
                :now, :now)
            """)
        .param("id", head.id().value())
        .param("paper", head.paper().value())
        .param("content", head.content().value())
        .param("district", head.district().value())
        .param("office", head.office().value())
        .param("keep", head.keepAll())
        .param("form", words.form().code())
        .param("nature", words.nature().name())
        .param("language", words.language())
        .param("template", head.template())
        .param("category", head.category())
        .param("subject", words.subject())
        .param("signatory", words.signatory().value())
        .param("original", head.original())
        .param("standard", head.standard())
        .param("about", about == null ? null : about.value(), Types.OTHER)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Locks the row for the rest of the act.
  Optional<LetterHead> lock(LetterId letter) {
    return db.sql("SELECT * FROM drafts.letter WHERE id = ? FOR UPDATE")
        .param(letter.value())
        .query((row, n) -> LetterRows.head(row))
        .optional();
  }

  /// Without a lock: only to learn where it lies.
  Optional<LetterHead> find(LetterId letter) {
    return db.sql("SELECT * FROM drafts.letter WHERE id = ?")
        .param(letter.value())
        .query((row, n) -> LetterRows.head(row))
        .optional();
  }

  /// What the lists show follows the current version; an approval that stood is gone.
  void changed(LetterId letter, LetterState state, int version, Wording words, Instant now) {
    db.sql(
            """
            UPDATE drafts.letter l SET state = :state, version = :version, revision = revision + 1, sealed = false,
                form = :form, nature = :nature, language = :language, subject = :subject, signatory = :signatory,
                office = p.office, changed_at = :now,
                approved_person = NULL, approved_post = NULL, approved_at = NULL
            FROM organisation.v_post p WHERE l.id = :id AND p.id = :signatory
            """)
        .param("id", letter.value())
        .param("state", state.name())
        .param("version", version)
        .param("form", words.form().code())
        .param("nature", words.nature().name())
        .param("language", words.language())
        .param("subject", words.subject())
        .param("signatory", words.signatory().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A step without a change of words: the version is handed on.
  void stepped(LetterId letter, LetterState state, @Nullable Act approvedBy, Instant now) {
    db.sql(
            """
            UPDATE drafts.letter SET state = :state, sealed = true, revision = revision + 1, changed_at = :now,
                approved_person = :person, approved_post = :post, approved_at = :approved
            WHERE id = :id
            """)
        .param("id", letter.value())
        .param("state", state.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("person", approvedBy == null ? null : approvedBy.person().value(), Types.OTHER)
        .param("post", approvedBy == null ? null : approvedBy.post().value(), Types.OTHER)
        .param(
            "approved",
            approvedBy == null ? null : now.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /// Cancelled or dispatched: what approval and signature say stays.
  void ended(LetterId letter, LetterState state, @Nullable Instant dispatched, Instant now) {
    db.sql(
            """
            UPDATE drafts.letter SET state = :state, changed_at = :now, revision = revision + 1,
                dispatched_at = coalesce(:dispatched, dispatched_at)
            WHERE id = :id
            """)
        .param("id", letter.value())
        .param("state", state.name())
        .param(
            "dispatched",
            dispatched == null ? null : dispatched.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A line of what became of it.
  void step(LetterId letter, Step step, int version, String remark, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO drafts.step (letter, serial, step, version, person, post, capacity, at, remark, act)
            SELECT :letter, coalesce(max(serial), 0) + 1, :step, :version, :person, :post, :capacity, :now, :remark,
                   :act
            FROM drafts.step WHERE letter = :letter
            """)
        .param("letter", letter.value())
        .param("step", step.name())
        .param("version", version)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("capacity", act.by().capacity().name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("remark", remark)
        .param("act", act.id().value())
        .update();
  }
}
