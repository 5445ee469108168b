package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the tail short: what went wrong elsewhere is not the median file but the longest.
class BudgetTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(public )?(?:abstract |final |sealed |non-sealed )*(?:class|record|interface|enum|@interface) ");
  private static final Pattern CATCH_ALL =
      Pattern.compile("catch \\((?:final )?(?:Exception|Throwable)\\b");

  @Test
  void no_java_file_is_over_300_lines_and_no_template_over_80() throws IOException {
    List<String> over = new ArrayList<>();
    for (Path file : files(MAIN, ".java"))
      if (lines(file) > 300) over.add(file + " " + lines(file));
    // A test may list more cases than a class has room for duties.
    for (Path file : files(TEST, ".java"))
      if (lines(file) > 500) over.add(file + " " + lines(file));
    for (Path file : files(Path.of("src/main/jte"), ".jte"))
      if (lines(file) > 80) over.add(file + " " + lines(file));
    assertThat(over).isEmpty();
  }

  @Test
  void nineteen_in_twenty_methods_are_within_twenty_lines() {
    List<String> over = new ArrayList<>();
    int[] all = {0};
    for (CompilationUnitTree unit : Sources.parsed()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
          if (method.getBody() != null) {
            all[0]++;
            long lines =
                Sources.lastLine(unit, method) - Sources.firstLine(unit, method.getBody()) + 1;
            if (lines > 20) over.add(Sources.name(unit) + " " + method.getName() + " " + lines);
          }
          return super.visitMethod(method, nothing);
        }
      }.scan(unit, null);
    }
    System.out.println("methods " + all[0] + ", over twenty lines " + over.size());
    assertThat(20 * over.size())
        .as("%d of %d: %s", over.size(), all[0], over)
        .isLessThanOrEqualTo(all[0]);
  }

  @Test
  void at_least_four_in_ten_types_are_package_private() throws IOException {
    int all = 0;
    int open = 0;
    for (Path file : files(MAIN, ".java")) {
      var type = TYPE.matcher(Files.readString(file));
      if (!type.find()) continue;
      all++;
      if (type.group(1) != null) open++;
    }
    assertThat(100 * (all - open) / all)
        .as("package-private of %d types, in per cent", all)
        .isGreaterThanOrEqualTo(40);
  }

  @Test
  void nobody_catches_everything_outside_the_web_edge() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(MAIN, ".java"))
      if (!file.startsWith(MAIN.resolve("karyalay/web"))
          && CATCH_ALL.matcher(Files.readString(file)).find()) found.add(file.toString());
    assertThat(found).as("a fault turned into silence is never found").isEmpty();
  }

  @Test
  void the_share_of_tests_does_not_fall() throws IOException {
    // The goal is a line of test for a line of code; this is a ratchet on the way (docs/adr/0005).
    long main = 0;
    for (Path file : files(MAIN, ".java")) main += lines(file);
    long test = 0;
    for (Path file : files(TEST, ".java")) test += lines(file);
    System.out.println("lines of code " + main + ", of test " + test);
    assertThat(100 * test).as("test %d : code %d", test, main).isGreaterThanOrEqualTo(55 * main);
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> all = Files.lines(file)) {
      return all.count();
    }
  }
}
