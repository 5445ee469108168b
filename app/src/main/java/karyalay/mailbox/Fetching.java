package karyalay.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.Messages;
import karyalay.mailbox.ImapLine.Lying;
import karyalay.mailbox.Intake.Spot;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Reads one mailbox after another: looks, takes in, and only then marks. Each message is committed
/// by itself, so that whatever breaks off in between goes on where it was.
@Component
class Fetching {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_WORDS = 300;

  private final BoxStore boxes;
  private final IntakeStore store;
  private final Intake intake;
  private final Messages messages;
  private final BoxSecrets secrets;
  private final OfficeTime time;
  private final Duration pause;
  private final long most;

  Fetching(
      BoxStore boxes,
      IntakeStore store,
      Intake intake,
      Messages messages,
      BoxSecrets secrets,
      OfficeTime time,
      @Value("${karyalay.imap.seconds:60}") long pause,
      @Value("${karyalay.imap.most-bytes:0}") long most) {
    this.boxes = boxes;
    this.store = store;
    this.intake = intake;
    this.messages = messages;
    this.secrets = secrets;
    this.time = time;
    this.pause = Duration.ofSeconds(pause);
    this.most = most > 0 ? most : messages.most();
  }

  /// Reads the next mailbox whose time has come.
  ///
  /// @return false when there is none
  boolean next() {
    UUID lease = Ids.next();
    var box = boxes.lease(lease, time.now(), LEASE);
    box.ifPresent(one -> read(one, lease));
    return box.isPresent();
  }

  /// Reads a mailbox that is leased.
  void read(Box box, UUID lease) {
    try {
      String password = secrets.password(box.facts().name()).orElse(null);
      if (password == null) {
        failed(box, lease, Box.Fault.NO_PASSWORD, "");
        return;
      }
      SSLSocketFactory trust = secrets.trust(box.facts().name()).orElse(null);
      long validity = fetch(box, lease, password, trust);
      mark(box, validity, password, trust);
      boxes.reached(box.id(), lease, time.now(), time.now().plus(pause));
    } catch (MessagingException e) {
      failed(box, lease, ImapLine.fault(e), words(e));
    } catch (GeneralSecurityException e) {
      failed(box, lease, Box.Fault.CERTIFICATE, words(e));
    } catch (IOException e) {
      failed(box, lease, Box.Fault.NO_PASSWORD, words(e));
    } catch (Refused e) {
      // A full disk, a busy decoder: nothing is wrong with the mailbox, and nothing is lost.
      failed(box, lease, Box.Fault.SERVER, e.reason().key());
    }
  }

  /// @return the validity by which the server counts
  private long fetch(Box box, UUID lease, String password, @Nullable SSLSocketFactory trust)
      throws MessagingException, IOException {
    try (var line = ImapLine.open(box.facts(), password, trust, false)) {
      long validity = line.validity();
      long last = validity == box.state().validity() ? box.state().lastUid() : 0;
      List<Lying> lying = line.after(last);
      List<Long> uids = lying.stream().map(Lying::uid).toList();
      Set<Long> seen = new HashSet<>(store.seen(box.id(), validity, uids));
      MessagingException broken = null;
      for (Lying one : lying) {
        try {
          if (!seen.contains(one.uid())) take(box, new Spot(validity, one.uid()), one);
          // What failed before is asked for again: nothing beyond it counts as seen.
          if (broken == null) last = one.uid();
        } catch (MessagingException e) {
          broken = e;
        }
        boxes.renew(box.id(), lease, time.now().plus(LEASE));
        boxes.seen(box.id(), validity, last);
      }
      if (lying.isEmpty()) boxes.seen(box.id(), validity, last);
      if (broken != null) throw broken;
      return validity;
    }
  }

  private void take(Box box, Spot spot, Lying lying) throws MessagingException, IOException {
    byte[] raw = lying.head();
    Messages.Words head = raw.length > 2 ? messages.head(raw) : null;
    if (intake.knows(box, spot, head)) return;
    Instant arrived = Objects.requireNonNullElse(lying.arrived(), time.now());
    if (lying.bytes() > most) {
      intake.leave(box, spot, head, lying.bytes(), arrived, raw);
      return;
    }
    try (InputStream in = lying.content()) {
      var _ = intake.take(box, spot, messages.receive(in), arrived);
    } catch (Refused refused) {
      // The server said less than it sends.
      if (refused.reason() == DocumentsRefusal.TOO_LARGE)
        intake.leave(box, spot, head, lying.bytes(), arrived, raw);
      else if (refused.reason() == DocumentsRefusal.BROKE_OFF)
        throw new MessagingException("message " + spot.uid() + " broke off");
      else throw refused;
    }
  }

  private void mark(Box box, long validity, String password, @Nullable SSLSocketFactory trust)
      throws MessagingException {
    List<Long> unmarked = store.unmarked(box.id(), validity);
    if (unmarked.isEmpty()) return;
    try (var line = ImapLine.open(box.facts(), password, trust, true)) {
      if (line.validity() != validity) return;
      for (long uid : unmarked) {
        line.mark(uid, box.facts().movedTo());
        store.marked(box.id(), validity, uid, time.now());
      }
    }
  }

  private void failed(Box box, UUID lease, Box.Fault fault, String words) {
    // Twice as long after each failure, to half an hour.
    long wait = Math.min(LONGEST.toSeconds(), 30L << Math.min(box.state().tries(), 10));
    LOG.warn("mailbox {}: {} {}", box.facts().name(), fault, words);
    boxes.failed(box.id(), lease, fault, words, time.now(), time.now().plusSeconds(wait));
  }

  private static String words(Exception e) {
    String words = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS);
  }
}
