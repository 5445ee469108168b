package karyalay.scanning;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.documents.Documents;
import karyalay.documents.DocumentsRefusal;
import karyalay.scanning.PileStore.Unread;
import karyalay.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at the pages of piles one by one, in the background: which of them are blank, and what
/// each looks like, so that leafing through waits for nothing. What is not done when the program
/// ends is done after its next start.
@Component
class PileReader implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PileReader.class);
  private static final int AT_ONCE = 20;

  /// A page that cannot be drawn is no blank one: a person shall look at it.
  private static final int UNKNOWN = 100_000;

  private final PileStore store;
  private final Documents documents;
  private final AtomicBoolean busy = new AtomicBoolean();

  /// One thread of its own, so that a decoder stays free for who waits, and no other worker waits
  /// for two hundred pages.
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pile-reader").factory());

  PileReader(PileStore store, Documents documents) {
    this.store = store;
    this.documents = documents;
  }

  @Scheduled(fixedDelay = 500, initialDelay = 2000)
  void round() {
    if (busy.compareAndSet(false, true)) worker.execute(this::readAll);
  }

  private void readAll() {
    try {
      List<Unread> pages = store.unread(AT_ONCE);
      while (!pages.isEmpty() && pages.stream().allMatch(this::read)) pages = store.unread(AT_ONCE);
    } catch (DataAccessException e) {
      LOG.warn("piles are read later: {}", e.getClass().getSimpleName());
    } finally {
      busy.set(false);
    }
  }

  /// @return false when it is to be tried again later
  private boolean read(Unread page) {
    try {
      store.read(page.pile(), page.n(), ink(page));
      return !Thread.currentThread().isInterrupted();
    } catch (Refused busyNow) {
      return false;
    }
  }

  private int ink(Unread page) {
    try {
      return documents.ink(page.document(), page.page());
    } catch (Refused refused) {
      if (refused.reason() == DocumentsRefusal.BUSY) throw refused;
      return UNKNOWN;
    } catch (UncheckedIOException e) {
      // Damaged or unreachable: said where it is shown; the page stays for a person to judge.
      LOG.warn("page {} of pile {} cannot be read: {}", page.n(), page.pile(), e.getMessage());
      return UNKNOWN;
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
