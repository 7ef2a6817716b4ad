package org.plek.benchmarks.smptsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tasks with fixed times and workers who can do some of them; the fewest workers are sought that do
 * all tasks, one at a time.
 *
 * @param name name of the instance
 * @param start start of each task, in the instance's own units
 * @param end end of each task; a worker may start another task then
 * @param tasksOf the tasks that each worker can do
 */
record Tasks(String name, int[] start, int[] end, List<int[]> tasksOf) {
  Tasks {
    tasksOf = List.copyOf(tasksOf);
  }

  int count() {
    return start.length;
  }

  int workers() {
    return tasksOf.size();
  }

  /** The most tasks at one moment: no plan has fewer workers. */
  int bound() {
    return IntStream.of(start)
        .map(
            moment ->
                (int)
                    IntStream.range(0, count())
                        .filter(task -> start[task] <= moment && moment < end[task])
                        .count())
        .max()
        .orElse(0);
  }

  /**
   * Reads an instance: comments after {@code #}, {@code Jobs = n} with n lines of start and end,
   * {@code Qualifications = m} with m lines {@code count: task task ...}, tasks numbered from 0.
   *
   * @throws IllegalArgumentException with file, line and what is wrong
   */
  static Tasks read(Path file) throws IOException {
    return new Reader(file).read();
  }

  private static final class Reader {
    private final Path file;
    private final List<String> lines;
    private int next;

    Reader(Path file) throws IOException {
      this.file = file;
      lines = Files.readAllLines(file);
    }

    Tasks read() {
      int tasks = header("Jobs");
      int[] start = new int[tasks];
      int[] end = new int[tasks];
      for (int task = 0; task < tasks; task++) {
        int[] times = numbers(line());
        if (times.length != 2 || times[0] < 0 || times[0] >= times[1]) {
          throw fault("a start and a later end");
        }
        start[task] = times[0];
        end[task] = times[1];
      }
      int workers = header("Qualifications");
      List<int[]> tasksOf = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        String line = line();
        int colon = line.indexOf(':');
        int[] able = numbers(line.substring(colon + 1));
        if (colon < 0
            || numbers(line.substring(0, colon))[0] != able.length
            || Arrays.stream(able).anyMatch(task -> task < 0 || task >= tasks)) {
          throw fault("a count, a colon and so many tasks from 0 to " + (tasks - 1));
        }
        tasksOf.add(able);
      }
      String name = String.valueOf(file.getFileName()).replace(".dat", "");
      return new Tasks(name, start, end, tasksOf);
    }

    /** The number after {@code title =}, whatever other headers stand before. */
    private int header(String title) {
      while (true) {
        String line = line();
        int equals = line.indexOf('=');
        if (equals > 0 && line.substring(0, equals).strip().equals(title)) {
          int[] value = numbers(line.substring(equals + 1));
          if (value.length != 1 || value[0] < 1) {
            throw fault(title + " = a number from 1");
          }
          return value[0];
        }
        if (equals < 0) {
          throw fault(title + " =");
        }
      }
    }

    private String line() {
      while (next < lines.size()) {
        String line = lines.get(next++).replaceFirst("#.*", "").strip();
        if (!line.isEmpty()) {
          return line;
        }
      }
      throw fault("more lines");
    }

    private int[] numbers(String text) {
      try {
        return Arrays.stream(text.strip().split("\\s+", -1)).mapToInt(Integer::parseInt).toArray();
      } catch (NumberFormatException e) {
        throw fault("whole numbers");
      }
    }

    private IllegalArgumentException fault(String expected) {
      return new IllegalArgumentException(
          "%s line %d: expected %s. Maybe it is not an instance of this kind."
              .formatted(file, next, expected));
    }
  }
}
