package karyalay.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.shared.OfficeTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends packages to other instances until each is received or declined.
@Component
class ExchangeWorker {
  private static final int BATCH = 50;

  /// Longer than a batch to an instance that hangs.
  private static final Duration ROUND = Duration.ofHours(1);

  private final Packages packages;
  private final Peers peers;
  private final PeerLine line;
  private final Documents documents;
  private final OfficeTime time;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Instant begun;

  ExchangeWorker(
      Packages packages, Peers peers, PeerLine line, Documents documents, OfficeTime time) {
    this.time = time;
    this.begun = time.now();
    this.packages = packages;
    this.peers = peers;
    this.line = line;
    this.documents = documents;
  }

  @Scheduled(fixedRate = 1000, initialDelay = 5000)
  void round() {
    if (!busy.compareAndSet(false, true)) return;
    begun = time.now();
    try {
      List<UUID> due = packages.due(BATCH);
      for (UUID id : due) packages.take(id).ifPresent(this::send);
    } finally {
      busy.set(false);
    }
  }

  /// Whether it still goes round.
  boolean alive(Instant now) {
    return now.isBefore(begun.plus(ROUND));
  }

  private void send(Packages.Out out) {
    Optional<Peer> peer = peers.find(out.peer());
    if (peer.isEmpty()) {
      packages.refused(out, "the exchange with this instance was ended");
      return;
    }
    var sent =
        line.send(
            peer.get(), out, () -> documents.original(new DocumentId(out.document())).content());
    switch (sent) {
      case PeerLine.Sent.Received(var receipt, var bytes, var signature) ->
          packages.received(out, receipt, bytes, signature);
      case PeerLine.Sent.Declined(var answer) -> packages.refused(out, answer);
      case PeerLine.Sent.Later(var answer) -> packages.later(out, answer);
    }
  }
}
