package org.plek.api.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.plek.search.ProgressListener;

/** Shows on a terminal how far the search is, and stops it early when asked. */
final class SearchProgress implements ProgressListener, AutoCloseable {
  private static final int STEPS = 1000;
  private static final int WIDTH = 100;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final @Nullable ProgressBar bar;

  private SearchProgress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** A bar where the console is a terminal, nothing elsewhere. */
  static SearchProgress on(Console console) {
    if (!console.terminal()) {
      return new SearchProgress(null);
    }
    return new SearchProgress(
        new ProgressBarBuilder()
            .setTaskName("Planning")
            .setInitialMax(STEPS)
            .setUpdateIntervalMillis(250)
            .setStyle(
                console.coloured()
                    ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                    : ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(console.err(), WIDTH))
            .hideEta()
            .build());
  }

  /** Ends the search at its next report, with the best plan so far. */
  void stop() {
    stopped.set(true);
  }

  @Override
  public boolean goOn(Progress progress) {
    if (bar != null) {
      bar.stepTo(Math.round(progress.fraction() * STEPS));
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              " %,d without a place, %,d moves",
              progress.unplaced(),
              progress.moves()));
    }
    return !stopped.get();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
