package org.plek.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Archive;

/**
 * Writes the audit in groups: calls that end at about the same time share one write, and none is
 * answered before its entry is in the store.
 */
final class AuditLog implements AutoCloseable {
  private static final int MOST_TOGETHER = 500;

  private record Waiting(
      Archive.Called entry,
      Archive.@Nullable Advised advised,
      CompletableFuture<Boolean> written) {}

  private final Archive archive;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closed;

  AuditLog(Archive archive) {
    this.archive = archive;
    this.writer = Thread.ofPlatform().daemon().name("audit").start(this::run);
  }

  /** Returns when the entry is in the store; throws when it could not be written. */
  void write(Archive.Called entry) {
    write(entry, null);
  }

  /** The same together with what was advised. */
  void write(Archive.Called entry, Archive.@Nullable Advised advised) {
    if (closed) {
      throw new IllegalStateException("The audit is closed.");
    }
    Waiting waiting = new Waiting(entry, advised, new CompletableFuture<>());
    queue.add(waiting);
    waiting.written().join();
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      try {
        group.add(queue.take());
        queue.drainTo(group, MOST_TOGETHER);
        archive.audit(
            group.stream().map(Waiting::entry).toList(),
            group.stream().map(Waiting::advised).filter(Objects::nonNull).toList());
        group.forEach(waiting -> waiting.written().complete(true));
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        group.forEach(waiting -> waiting.written().completeExceptionally(e));
      }
      group.clear();
    }
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
  }
}
