package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.BUSY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Fault;
import karyalay.documents.decoder.Task;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// A few decoders, kept running for speed: started when first needed, replaced after a fault or
/// after many tasks, ended when long unused.
@Component
class Decoders implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);
  private static final Duration QUEUE = Duration.ofSeconds(20);
  private static final int MOST_TASKS = 2_000;

  private final DocumentSettings settings;
  private @Nullable DecoderCommand command;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<DecoderProcess> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService watch;

  Decoders(DocumentSettings settings) {
    this.settings = settings;
    this.free = new Semaphore(settings.decoders(), true);
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("decoder-watch").factory());
    long pause = Math.max(1, settings.idle().toMillis() / 2);
    var _ = watch.scheduleWithFixedDelay(this::endUnused, pause, pause, TimeUnit.MILLISECONDS);
  }

  /// Has a task done by the next free decoder. A decoder that ends is tried once more, afresh,
  /// since the fault may have been its own; one that takes too long is not.
  ///
  /// @throws Refused `BUSY` when none becomes free in time
  Answer call(Task task) {
    return call(task, 0);
  }

  /// The same, of a task that may take a second longer for each of its pieces.
  Answer call(Task task, int pieces) {
    try {
      if (!free.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) throw new Refused(BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(BUSY);
    }
    try {
      return attempt(task, settings.patience().plusSeconds(pieces));
    } finally {
      free.release();
    }
  }

  private Answer attempt(Task task, Duration patience) {
    for (int attempt = 1; ; attempt++) {
      DecoderProcess decoder = borrow();
      try {
        Answer answer = decoder.call(task, patience);
        giveBack(decoder);
        return answer;
      } catch (DecoderProcess.TookTooLong e) {
        decoder.close();
        LOG.warn("decoder {} killed: over the time limit", decoder.pid());
        return new Answer.Failed(Fault.TOO_HEAVY);
      } catch (IOException e) {
        decoder.close();
        LOG.warn("decoder {} ended in attempt {}", decoder.pid(), attempt);
        if (attempt == 2) return new Answer.Failed(Fault.TOO_HEAVY);
      }
    }
  }

  private DecoderProcess borrow() {
    for (var decoder = idle.pollFirst(); decoder != null; decoder = idle.pollFirst())
      if (decoder.isAlive()) return decoder;
    try {
      return new DecoderProcess(command(), watch);
    } catch (IOException e) {
      throw new UncheckedIOException("decoder cannot be started", e);
    }
  }

  /// Worked out with the first document, so that it does not delay the start of the program.
  private synchronized DecoderCommand command() throws IOException {
    DecoderCommand known = command;
    if (known == null) command = known = DecoderCommand.of(settings);
    return known;
  }

  private void giveBack(DecoderProcess decoder) {
    if (decoder.tasks() >= MOST_TASKS) decoder.close();
    else idle.addFirst(decoder);
  }

  private void endUnused() {
    Instant limit = Instant.now().minus(settings.idle());
    for (var decoder : idle)
      if (decoder.lastUsed().isBefore(limit) && idle.remove(decoder)) decoder.close();
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
    for (var decoder = idle.poll(); decoder != null; decoder = idle.poll()) decoder.close();
  }
}
