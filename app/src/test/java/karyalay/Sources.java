package karyalay;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The program's own sources as the compiler reads them, for tests that look at how it is written.
final class Sources {
  private static final Path MAIN = Path.of("src/main/java/karyalay");

  private Sources() {}

  private static final List<CompilationUnitTree> UNITS = new ArrayList<>();
  private static final SourcePositions POSITIONS = parse();

  /// Every file of the program, parsed.
  static List<CompilationUnitTree> parsed() {
    return UNITS;
  }

  static long firstLine(CompilationUnitTree unit, Tree tree) {
    return unit.getLineMap().getLineNumber(POSITIONS.getStartPosition(unit, tree));
  }

  static long lastLine(CompilationUnitTree unit, Tree tree) {
    return unit.getLineMap().getLineNumber(POSITIONS.getEndPosition(unit, tree));
  }

  private static SourcePositions parse() {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(MAIN)) {
      var files = all.filter(file -> file.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      task.parse().forEach(UNITS::add);
      return Trees.instance(task).getSourcePositions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a file stands, as `desk/web/DeskPages.java`.
  static String name(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName().replace('\\', '/');
    return path.substring(path.indexOf("java/karyalay/") + "java/karyalay/".length());
  }

  /// The module a file belongs to; empty for the program itself.
  static String module(CompilationUnitTree unit) {
    String name = name(unit);
    int slash = name.indexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
