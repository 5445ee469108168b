package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Locked;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Other offices that are asked about a file, each with a day by which to answer. When it has
/// passed the holder must say: extend, or proceed without (OP-91).
@Service
@Transactional
public class Consultations {
  private final ConsultationStore store;
  private final Papers papers;
  private final Posts posts;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Consultations(
      ConsultationStore store,
      Papers papers,
      Posts posts,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.papers = papers;
    this.posts = posts;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// A consultation whose day has passed without an answer.
  public record Expired(
      UUID id,
      PaperId file,
      String number,
      String title,
      String asked,
      String question,
      LocalDate target) {}

  /// Asks a post about a file on the actor's desk; it may read the file from now on.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `REASON_NEEDED` without a question, `TARGET_NOT_LATER`, and
  ///   for the post those of {@link Posts#live}
  public UUID ask(Act act, PaperId file, PostId asked, String question, LocalDate target) {
    UUID id = Ids.next();
    String words = TieRules.requireReason(question);
    return acts.once(
        act,
        id,
        () -> {
          Locked locked = papers.lock(file);
          papers.requireOnDesk(locked, act);
          TieRules.requireFile(locked.paper());
          ConsultationRules.target(null, target, time.today());
          posts.live(asked);
          store.insert(id, file, asked, words, target, act, time.now());
          papers.grant(file, asked);
          log(
              act,
              file,
              id,
              "files.consulted",
              Map.of("post", asked.toString(), "target", target.toString()));
        });
  }

  /// The answer has come.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `CONSULTATION_ENDED`
  public void answered(Act act, PaperId file, UUID id, String remark) {
    acts.once(
        act,
        id,
        () -> {
          open(act, file, id);
          store.end(id, "ANSWERED", remark.strip(), act, time.now());
          log(act, file, id, "files.consultation_answered", Map.of("remark", remark.strip()));
        });
  }

  /// Goes on without the answer, once the day has passed.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `CONSULTATION_ENDED`, `NOT_EXPIRED`, `REASON_NEEDED`
  public void proceed(Act act, PaperId file, UUID id, String reason) {
    String why = TieRules.requireReason(reason);
    acts.once(
        act,
        id,
        () -> {
          ConsultationRules.expired(open(act, file, id), time.today());
          store.end(id, "PROCEEDED", why, act, time.now());
          log(act, file, id, "files.consultation_passed_over", Map.of("reason", why));
        });
  }

  /// Gives more time.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `CONSULTATION_ENDED`, `TARGET_NOT_LATER`, `REASON_NEEDED`
  public void extend(Act act, PaperId file, UUID id, LocalDate target, String reason) {
    String why = TieRules.requireReason(reason);
    acts.once(
        act,
        id,
        () -> {
          LocalDate was = open(act, file, id);
          ConsultationRules.target(was, target, time.today());
          store.extend(id, was, target, why, act, time.now());
          log(
              act,
              file,
              id,
              "files.consultation_extended",
              Map.of("target", target.toString(), "reason", why));
        });
  }

  /// Consultations on files of this desk whose day has passed: what the program asks about.
  @Transactional(readOnly = true)
  public List<Expired> expired(Scope scope) {
    return store.expired(scope, time.today());
  }

  /// Locks an open consultation of a file on the actor's desk.
  ///
  /// @return its day
  private LocalDate open(Act act, PaperId file, UUID id) {
    papers.requireOnDesk(papers.lock(file), act);
    var row = store.lock(id, file).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (row.ended()) throw new Refused(CONSULTATION_ENDED);
    return row.target();
  }

  private void log(Act act, PaperId file, UUID id, String what, Map<String, String> words) {
    var details = new java.util.LinkedHashMap<String, Object>(words);
    details.put("consultation", id.toString());
    ledger.append(act, new Entry(what, "paper/" + file, details));
  }
}
