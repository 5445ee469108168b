package karyalay.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A database that is being started while the program around it is, too.
public final class Readiness {
  private final FutureTask<Void> work;

  private Readiness(FutureTask<Void> work) {
    this.work = work;
  }

  /// Begins at once, beside whoever calls.
  static Readiness of(Runnable work) {
    var task = new FutureTask<Void>(work, null);
    Thread.ofPlatform().name("database").start(task);
    return new Readiness(task);
  }

  /// Waits until statements can be sent.
  ///
  /// @throws DatabaseFault why they never can
  public void await() {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DatabaseFault fault) throw fault;
      throw new DatabaseFault("The database could not be started: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault("Waiting for the database was interrupted", e);
    }
  }

  /// Waits until nothing more is being done, whatever came of it.
  void end() {
    try {
      await();
    } catch (DatabaseFault _) {
      // Whoever waited for it was told.
    }
  }
}
