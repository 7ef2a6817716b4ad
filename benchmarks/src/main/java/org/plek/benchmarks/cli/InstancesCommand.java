package org.plek.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instances;
import org.plek.format.ProblemJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code instances}: hashes of the instances, compared or written down. */
@Command(
    name = "instances",
    mixinStandardHelpOptions = true,
    description = "Compares the instances with the hashes written down, or writes them.")
final class InstancesCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Instances, such as S-1 poland-1. Default: all that are written down.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Writes the hashes there; those of other instances in the file stay.")
  private @Nullable Path write;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    List<String> asked = names.isEmpty() ? List.copyOf(Instances.hashes().keySet()) : names;
    List<String> lines = new ArrayList<>();
    boolean same = true;
    for (String name : asked) {
      String hash = ProblemJson.hash(registers.instances().problem(name));
      String known = Instances.hashes().get(name);
      out.printf(
          "%s %s%s%n",
          hash,
          name,
          known == null ? " not written down" : known.equals(hash) ? "" : " differs from " + known);
      out.flush();
      same &= hash.equals(known);
      lines.add(hash + "  " + name);
    }
    if (write == null) {
      return same ? 0 : 1;
    }
    List<String> all = new ArrayList<>();
    if (Files.exists(write)) {
      Files.readAllLines(write).stream()
          .filter(line -> !line.isBlank() && !asked.contains(line.split(" +", -1)[1]))
          .forEach(all::add);
    }
    all.addAll(lines);
    Files.writeString(write, String.join("\n", all) + "\n", StandardCharsets.UTF_8);
    return 0;
  }
}
