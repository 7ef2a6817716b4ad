package org.plek.api.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The Javas of a machine, told by the {@code release} file in their home. */
final class JavaHomes {
  private JavaHomes() {}

  /** The executable meant by a Java home or executable; null where there is none. */
  static @Nullable String named(String place) {
    File file = new File(place.trim());
    File executable = file.isDirectory() ? executable(file) : file;
    return executable != null && executable.canExecute() ? executable.getPath() : null;
  }

  /**
   * The executable of a Java of at least the given version: that of {@code JAVA_HOME}, else the
   * newest in the usual folders and on the path; null for none.
   */
  static @Nullable String find(int least) {
    return find(least, System.getenv(), System.getProperty("user.home", ""), usualFolders());
  }

  static @Nullable String find(
      int least, Map<String, String> environment, String userHome, List<File> folders) {
    String javaHome = environment.get("JAVA_HOME");
    if (javaHome != null && version(new File(javaHome)) >= least) {
      File executable = executable(new File(javaHome));
      if (executable != null) {
        return executable.getPath();
      }
    }
    List<File> places = new ArrayList<>(folders);
    places.add(new File(userHome, ".sdkman/candidates/java"));
    places.add(new File(userHome, ".jdks"));
    List<File> homes = new ArrayList<>();
    for (File place : places) {
      homes.addAll(children(place));
    }
    homes.addAll(onPath(environment.get("PATH")));
    return newest(homes, least);
  }

  private static @Nullable String newest(List<File> homes, int least) {
    String best = null;
    int bestVersion = least - 1;
    for (File home : homes) {
      for (File candidate : Arrays.asList(home, new File(home, "Contents/Home"))) {
        int version = version(candidate);
        File executable = executable(candidate);
        if (version > bestVersion && executable != null) {
          best = executable.getPath();
          bestVersion = version;
        }
      }
    }
    return best;
  }

  private static List<File> usualFolders() {
    List<File> folders = new ArrayList<>();
    for (String folder :
        Arrays.asList("/usr/lib/jvm", "/usr/java", "/opt", "/Library/Java/JavaVirtualMachines")) {
      folders.add(new File(folder));
    }
    String programs = System.getenv("ProgramFiles");
    if (programs != null) {
      for (String vendor :
          Arrays.asList("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto")) {
        folders.add(new File(programs, vendor));
      }
    }
    return folders;
  }

  private static List<File> onPath(@Nullable String path) {
    List<File> homes = new ArrayList<>();
    if (path != null) {
      for (String folder : path.split(File.pathSeparator)) {
        for (String name : Arrays.asList("java", "java.exe")) {
          try {
            File java = new File(folder, name).getCanonicalFile();
            File bin = java.getParentFile();
            if (java.isFile() && bin != null && bin.getParentFile() != null) {
              homes.add(bin.getParentFile());
            }
          } catch (IOException e) {
            // A folder of the path that cannot be read holds no Java for us.
          }
        }
      }
    }
    return homes;
  }

  private static List<File> children(File folder) {
    File[] files = folder.listFiles();
    if (files == null) {
      return new ArrayList<>();
    }
    Arrays.sort(files);
    return new ArrayList<>(Arrays.asList(files));
  }

  private static @Nullable File executable(File home) {
    for (String name : Arrays.asList("bin/java", "bin/java.exe")) {
      File executable = new File(home, name);
      if (executable.isFile() && executable.canExecute()) {
        return executable;
      }
    }
    return null;
  }

  /** The version of the Java in this home; 0 where there is none. */
  static int version(File home) {
    File release = new File(home, "release");
    if (!release.isFile()) {
      return 0;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release.toPath())) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
    return major(properties.getProperty("JAVA_VERSION", "0").replace("\"", ""));
  }

  /** 8 of "1.8.0_402", 17 of "17.0.15", 25 of "25-ea"; 0 of what is no version. */
  static int major(@Nullable String version) {
    if (version == null) {
      return 0;
    }
    String text = version.startsWith("1.") ? version.substring(2) : version;
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == 0 || end > 4 ? 0 : Integer.parseInt(text.substring(0, end));
  }
}
