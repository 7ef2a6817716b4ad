package org.plek.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a valid problem of any size: one random problem many times over, under new ids. */
final class LargeDocument {
  private static final Pattern ID = Pattern.compile("\"(q-)?([pf])(\\d+)([a-z/-][^\"]*)?\"");

  private LargeDocument() {}

  /** Returns the number of requests. */
  static int write(Path file, long bytes) throws IOException {
    String template =
        new String(
            RoundTripTest.bytes(RandomProblems.problem(11, 20, 200)), StandardCharsets.UTF_8);
    String header = template.substring(0, template.indexOf("  \"providers\""));
    List<String> fields = List.of("providers", "families", "requests", "history", "placements");
    long copies = bytes / (template.length() + 1500) + 1;
    int requests = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(header);
      for (String field : fields) {
        List<Object> parts = parts(template, field);
        out.write("  \"" + field + "\": [");
        for (long copy = 0; copy < copies; copy++) {
          out.write(copy == 0 ? "\n" : ",\n");
          String suffix = copy == 0 ? "" : "." + copy; // The policy names ids of the first copy.
          for (Object part : parts) {
            if (part instanceof MatchResult id) {
              out.write('"');
              write(out, id.group(1));
              out.write(id.group(2));
              out.write(id.group(3));
              write(out, suffix);
              String rest = id.group(4);
              // In the id of a care session of a pattern or list, the family stands twice.
              write(
                  out,
                  rest == null ? null : rest.replaceAll("([-/]f\\d+)(c)", "$1" + suffix + "$2"));
              out.write('"');
            } else {
              out.write((String) part);
            }
          }
          requests += field.equals("requests") ? 200 : 0;
        }
        out.write(field.equals("placements") ? "\n  ]\n" : "\n  ],\n");
      }
      out.write("}\n");
    }
    return requests;
  }

  private static void write(BufferedWriter out, @Nullable String textOrNull) throws IOException {
    if (textOrNull != null) {
      out.write(textOrNull);
    }
  }

  /** The elements of a field, split at their ids. */
  private static List<Object> parts(String template, String field) {
    String start = "  \"" + field + "\": [\n";
    int from = template.indexOf(start) + start.length();
    String elements = template.substring(from, template.indexOf("\n  ]", from));
    List<Object> parts = new ArrayList<>();
    Matcher ids = ID.matcher(elements);
    int done = 0;
    while (ids.find()) {
      parts.add(elements.substring(done, ids.start()));
      parts.add(ids.toMatchResult());
      done = ids.end();
    }
    parts.add(elements.substring(done));
    return parts;
  }
}
