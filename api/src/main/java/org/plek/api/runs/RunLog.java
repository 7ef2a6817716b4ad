package org.plek.api.runs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What happened in a run, for those who watch; the oldest is forgotten first. */
public final class RunLog {
  private static final int MOST = 500;

  /**
   * Something that happened.
   *
   * @param id grows by one with every event of the run, from 1
   * @param name {@code state} or {@code progress}
   * @param run the run then
   */
  public record Event(long id, String name, Run run) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Deque<Event> events = new ArrayDeque<>();
  private long last;
  private boolean ended;

  RunLog() {}

  void add(String name, Run run) {
    lock.lock();
    try {
      last++;
      events.add(new Event(last, name, run));
      if (events.size() > MOST) {
        events.removeFirst();
      }
      ended = run.state().ended();
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Events after a number; waits for the first if there is none yet, at most so long. */
  public List<Event> after(long id, long mostMillis) throws InterruptedException {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(mostMillis);
      while (last <= id && !ended && nanos > 0) {
        nanos = more.awaitNanos(nanos);
      }
      List<Event> found = new ArrayList<>();
      for (Event event : events) {
        if (event.id() > id) {
          found.add(event);
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing more comes after a number. */
  public boolean endsAt(long id) {
    lock.lock();
    try {
      return ended && id >= last;
    } finally {
      lock.unlock();
    }
  }
}
