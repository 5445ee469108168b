package karyalay.documents;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Task;
import karyalay.documents.decoder.Wire;

/// One running decoder. Used by one thread at a time.
final class DecoderProcess implements AutoCloseable {
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ScheduledExecutorService watch;
  private int tasks;
  private Instant lastUsed = Instant.now();

  DecoderProcess(DecoderCommand command, ScheduledExecutorService watch) throws IOException {
    this.process = command.start();
    this.watch = watch;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /// Has a task done. After an exception the process is of no more use.
  ///
  /// @throws TookTooLong when it was killed for that
  /// @throws IOException when it ended, for want of memory or by a fault of its own
  Answer call(Task task, Duration patience) throws IOException {
    long start = System.nanoTime();
    var guard =
        watch.schedule(process::destroyForcibly, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      tasks++;
      Wire.write(out, task);
      return Wire.readAnswer(in);
    } catch (IOException e) {
      if (System.nanoTime() - start >= patience.toNanos()) throw new TookTooLong();
      throw e;
    } finally {
      guard.cancel(false);
      lastUsed = Instant.now();
    }
  }

  int tasks() {
    return tasks;
  }

  Instant lastUsed() {
    return lastUsed;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /// The time limit ran out, and the process was killed.
  static final class TookTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
