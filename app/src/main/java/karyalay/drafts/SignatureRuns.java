package karyalay.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Unlocked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Many letters signed with one PIN (OP-73): the list is shown and ticked, and then each letter
/// gets its own number, pages and signature in a transaction of its own. What a crash or a refusal
/// leaves is told letter by letter.
@Service
public class SignatureRuns {
  private static final Logger LOG = LoggerFactory.getLogger(SignatureRuns.class);

  /// A run that did nothing for so long has ended with the program that did it.
  private static final Duration DEAD = Duration.ofSeconds(60);

  static final int MOST = 200;

  private final SigningStore store;
  private final Signer signer;
  private final Acts acts;
  private final OfficeTime time;

  SignatureRuns(SigningStore store, Signer signer, Acts acts, OfficeTime time) {
    this.store = store;
    this.signer = signer;
    this.acts = acts;
    this.time = time;
  }

  /// What became of a letter in a run.
  public enum State {
    WAITING,
    SIGNED,
    REFUSED
  }

  /// A letter in a run.
  ///
  /// @param reason key of the sentence that says why it was refused, with what is put into it
  public record Item(
      LetterId letter,
      LetterForm form,
      String subject,
      String number,
      State state,
      String reason,
      List<String> said) {}

  /// A run as it stands.
  ///
  /// @param stopped whether it will not go on: the program ended while it worked
  public record Progress(UUID run, List<Item> items, boolean stopped) {
    public long count(State state) {
      return items.stream().filter(item -> item.state() == state).count();
    }

    public boolean running() {
      return !stopped && count(State.WAITING) > 0;
    }
  }

  /// @param first false for a second press: then the first goes on
  public record Begun(UUID run, Act act, List<LetterId> letters, boolean first) {}

  /// Writes down which letters are to be signed.
  ///
  /// @throws Refused `NOTHING_TICKED`
  @Transactional
  public Begun begin(Act act, List<LetterId> letters) {
    List<LetterId> ticked = letters.stream().distinct().limit(MOST).toList();
    if (ticked.isEmpty()) throw new Refused(DraftsRefusal.NOTHING_TICKED);
    UUID run = Ids.next();
    UUID made = acts.once(act, run, () -> store.begin(run, act, ticked, time.now()));
    return new Begun(made, act, ticked, made.equals(run));
  }

  /// Signs the letters of a run behind the page that shows it, one after another, and closes the
  /// key. A second press starts nothing.
  @Transactional(propagation = Propagation.NEVER)
  public void start(Begun begun, Unlocked key) {
    if (begun.first())
      Thread.ofVirtual().name("signing-" + begun.run()).start(() -> signAll(begun, key));
    else key.close();
  }

  /// The same at once: for callers that wait for the answer.
  @Transactional(propagation = Propagation.NEVER)
  public void signAll(Begun begun, Unlocked key) {
    try (key) {
      if (begun.first()) for (LetterId letter : begun.letters()) sign(begun, letter, key);
    }
  }

  private void sign(Begun begun, LetterId letter, Unlocked key) {
    try {
      signer.sign(begun.act().part(letter.value()), begun.run(), letter, key);
    } catch (Refused refused) {
      store.refused(begun.run(), letter, refused, time.now());
    } catch (DataAccessException | TransactionException fault) {
      LOG.warn("letter {} was not signed: {}", letter, fault.getClass().getSimpleName());
      store.refused(begun.run(), letter, new Refused(SharedRefusal.TRY_AGAIN), time.now());
    }
  }

  /// One's own run.
  ///
  /// @throws Refused `NOT_FOUND`
  @Transactional(readOnly = true)
  public Progress progress(UUID run, Scope scope) {
    SigningStore.Run found =
        store.run(run, scope.person()).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    Instant dead = time.now().minus(DEAD);
    return new Progress(run, store.items(run, scope), found.touched().isBefore(dead));
  }
}
