package karyalay.documents;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import karyalay.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Draws the pages that will be asked for next, one at a time, so that a decoder stays free for who
/// waits. Nothing is promised: what is lost here is drawn when it is asked for.
@Component
class LookAhead implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);
  private static final int PAGES = 3;
  private static final int WAITING = 200;

  private final PageImages images;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("look-ahead").factory(),
          new ThreadPoolExecutor.DiscardOldestPolicy());

  LookAhead(PageImages images) {
    this.images = images;
    worker.allowCoreThreadTimeOut(true);
  }

  void after(Stored document, int page) {
    for (int next = page + 1; next <= Math.min(page + PAGES, document.pages()); next++) {
      int wanted = next;
      if (!images.has(document, wanted)) worker.execute(() -> draw(document, wanted));
    }
  }

  private void draw(Stored document, int page) {
    try {
      images.image(document, page, PageSize.PAGE);
    } catch (Refused | IOException e) {
      // Whoever asks for the page is told; here nobody listens.
      LOG.debug("page {} of {} not drawn ahead: {}", page, document.id(), e.getMessage());
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
