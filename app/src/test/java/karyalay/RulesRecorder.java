package karyalay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Writes down which rules were held by a test that ran, passed and reached the database: a claim
/// without that is none. Read by `./karyalay rules`; on only when the whole suite runs.
public final class RulesRecorder
    implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private static final Path FILE = Path.of("target/rules/held.tsv");
  private static final boolean ON = Boolean.getBoolean("rules.record");
  private static boolean begun;

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    context.getStore(ExtensionContext.Namespace.GLOBAL).put("statements", Statements.count());
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    Holds holds = context.getRequiredTestMethod().getAnnotation(Holds.class);
    if (holds == null) return;
    if (holds.value().length > 3)
      throw new AssertionError("a test names three rules at most: " + context.getDisplayName());
    long before = context.getStore(ExtensionContext.Namespace.GLOBAL).get("statements", Long.class);
    if (!ON || context.getExecutionException().isPresent() || Statements.count() == before) return;
    String test =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName();
    var lines = new StringBuilder();
    for (String rule : holds.value()) lines.append(rule).append('\t').append(test).append('\n');
    write(lines.toString());
  }

  private static synchronized void write(String lines) throws IOException {
    Files.createDirectories(FILE.getParent());
    if (!begun) Files.deleteIfExists(FILE);
    begun = true;
    Files.writeString(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
