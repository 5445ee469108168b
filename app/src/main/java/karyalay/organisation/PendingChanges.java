package karyalay.organisation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries out edits on the day from which they hold: at start, and then every minute.
@Component
@EnableScheduling
class PendingChanges {
  private static final Logger LOG = LoggerFactory.getLogger(PendingChanges.class);

  private final Changes changes;
  private final PostStore posts;

  PendingChanges(Changes changes, PostStore posts) {
    this.changes = changes;
    this.posts = posts;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void carryOut() {
    posts.refreshLevelsOfToday();
    for (var waiting : changes.due()) {
      try {
        changes.carryOut(waiting);
      } catch (DataIntegrityViolationException e) {
        // What was free when the edit was entered has been taken since. It waits on, and is shown
        // as waiting; the others must not wait with it.
        LOG.warn("change {} cannot be carried out: {}", waiting.id(), e.getMessage());
      }
    }
  }
}
