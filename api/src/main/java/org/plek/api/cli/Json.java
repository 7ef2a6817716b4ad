package org.plek.api.cli;

import java.io.PrintStream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Prints records, lists and maps as JSON, the same on every system. */
final class Json {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build()
          .writerWithDefaultPrettyPrinter();

  private Json() {}

  static String text(Object value) {
    return WRITER.writeValueAsString(value) + "\n";
  }

  static void print(PrintStream out, Object value) {
    out.print(text(value));
    out.flush();
  }
}
