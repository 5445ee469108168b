package karyalay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RequestMapping;

/// The borders that the compiler does not draw (docs/architecture.md).
@KaryalayTest
class LayoutTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("karyalay");

  /// Names in SQL: a schema, a dot, a name.
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(shared|ledger|organisation|access|documents|desk|files|dak|drafts|notices|devices|dispatch|scanning|preparing|orders|references|mailbox|golive)\\.([a-z_]+)\\b");

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Autowired JdbcClient db;

  @Test
  void rules_know_no_framework_no_database_and_no_clock() {
    noClasses()
        .that()
        .haveNameMatching("karyalay\\..*Rules(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "java.nio.file..")
        .orShould()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now")))
        .check(CLASSES);
  }

  @Test
  void pages_and_calls_are_answered_in_web_packages_only() {
    classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .resideInAPackage("karyalay.*.web..")
        .andShould()
        .notBePublic()
        .check(CLASSES);
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage("karyalay.*.web..")
        .check(CLASSES);
  }

  @Test
  void stores_are_hidden_and_no_page_speaks_sql() {
    classes().that().areAnnotatedWith(Repository.class).should().notBePublic().check(CLASSES);
    noClasses()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void no_foreign_key_crosses_a_schema() {
    assertThat(
            db.sql(
                    """
                    SELECT conrelid::regclass || ' to ' || confrelid::regclass FROM pg_constraint c
                    JOIN pg_class here ON here.oid = c.conrelid
                    JOIN pg_class there ON there.oid = c.confrelid
                    WHERE c.contype = 'f' AND here.relnamespace <> there.relnamespace
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void no_module_names_another_modules_table() throws IOException {
    Set<String> tables = relations("r', 'p");
    assertThat(tables).contains("desk.paper", "ledger.entry", "organisation.post");
    Set<String> found = new TreeSet<>();
    for (CompilationUnitTree unit : Sources.parsed())
      for (String text : texts(unit))
        others(text, Sources.module(unit)).stream()
            .filter(tables::contains)
            .forEach(table -> found.add(Sources.name(unit) + " names " + table));
    try (Stream<Path> all = Files.walk(MIGRATIONS)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".sql")).toList())
        others(sql(file), file.getParent().getFileName().toString()).stream()
            .filter(tables::contains)
            .forEach(table -> found.add(file.getFileName() + " names " + table));
    }
    assertThat(found).as("ask the module for a view or a function").isEmpty();
  }

  @Test
  void what_another_module_is_asked_in_sql_is_a_view_or_a_function_that_it_publishes()
      throws IOException {
    Set<String> views = relations("v', 'm");
    String published = Files.readString(Path.of("../docs/architecture.md"));
    Set<String> functions = functions();
    Set<String> found = new TreeSet<>();
    for (CompilationUnitTree unit : Sources.parsed())
      for (String text : texts(unit))
        for (String name : others(text, Sources.module(unit))) {
          String bare = name.substring(name.indexOf('.') + 1);
          boolean hidden = views.contains(name) && !bare.startsWith("v_");
          boolean unknown =
              functions.contains(name)
                  && text.contains(name + "(")
                  && !published.contains(bare + "(");
          if (hidden || unknown) found.add(Sources.name(unit) + " asks " + name);
        }
    assertThat(found).as("docs/architecture.md tells what is published").isEmpty();
  }

  @Test
  void sql_is_never_put_together_from_values() {
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : Sources.parsed()) {
      // Roles and rights take no parameters; what is put in is ours and hexadecimal.
      if (Sources.name(unit).equals("database/Connections.java")) continue;
      Set<String> takers = takersOfSql(unit);
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
          if (variable.getName().contentEquals("sql")
              && variable.getInitializer() != null
              && !constant(variable.getInitializer()))
            found.add(Sources.name(unit) + ": " + variable);
          return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
          if (takers.contains(call.getMethodSelect().toString())
              && !constant(call.getArguments().getFirst()))
            found.add(Sources.name(unit) + ": " + call);
          if (speaksSql(call) && !constant(call.getArguments().getFirst()))
            found.add(Sources.name(unit) + ": " + call.getArguments().getFirst());
          return super.visitMethodInvocation(call, nothing);
        }
      }.scan(unit, null);
    }
    assertThat(found).isEmpty();
  }

  /// Methods of the file that are given SQL as their first argument.
  private static Set<String> takersOfSql(CompilationUnitTree unit) {
    Set<String> takers = new TreeSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        var parameters = method.getParameters();
        if (!parameters.isEmpty() && parameters.getFirst().getName().contentEquals("sql")) {
          assertThat(method.getModifiers().getFlags())
              .as("%s takes SQL from elsewhere", method.getName())
              .contains(Modifier.PRIVATE);
          takers.add(method.getName().toString());
        }
        return super.visitMethod(method, nothing);
      }
    }.scan(unit, null);
    return takers;
  }

  private static boolean speaksSql(MethodInvocationTree call) {
    if (call.getArguments().isEmpty()
        || !(call.getMethodSelect() instanceof MemberSelectTree method)) return false;
    return switch (method.getIdentifier().toString()) {
      case "sql", "prepareStatement", "prepareCall", "executeQuery", "executeUpdate" -> true;
      case "query", "update", "execute", "queryForObject", "queryForList", "batchUpdate" ->
          call.getArguments().getFirst() instanceof BinaryTree;
      default -> false;
    };
  }

  /// Literals, names of constants, and sums and choices of these. What is handed on under the name
  /// `sql` is looked at where it comes from.
  private static boolean constant(ExpressionTree text) {
    return switch (text) {
      case IdentifierTree name when name.getName().contentEquals("sql") -> true;
      case ConditionalExpressionTree choice ->
          constant(choice.getTrueExpression()) && constant(choice.getFalseExpression());
      case SwitchExpressionTree choice ->
          choice.getCases().stream()
              .allMatch(one -> one.getBody() instanceof ExpressionTree chosen && constant(chosen));
      case MethodInvocationTree call ->
          call.getMethodSelect() instanceof MemberSelectTree method
              && method.getExpression().toString().endsWith("Queries");
      case LiteralTree _ -> true;
      case IdentifierTree name -> upperCase(name.getName().toString());
      case MemberSelectTree name -> upperCase(name.getIdentifier().toString());
      case ParenthesizedTree inner -> constant(inner.getExpression());
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          constant(sum.getLeftOperand()) && constant(sum.getRightOperand());
      default -> false;
    };
  }

  private static boolean upperCase(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  /// A uuid column is named after what it points to; what it points to is there. Zero is the
  /// program itself, when it acts.
  @Test
  void nothing_points_to_a_row_of_another_module_that_is_not_there() {
    Map<String, String> targets = new HashMap<>();
    for (String post : List.of("post", "holder", "from_post", "to_post", "as_post"))
      targets.put(post, "organisation.post");
    for (String paper : List.of("paper", "lead", "file", "parent"))
      targets.put(paper, "desk.paper");
    targets.put("person", "organisation.person");
    targets.put("office", "organisation.office");
    targets.put("district", "organisation.office");
    targets.put("content", "desk.content");
    targets.put("document", "documents.document");
    var columns =
        db.sql(
                """
                SELECT table_schema || '.' || table_name || '.' || column_name
                FROM information_schema.columns
                JOIN information_schema.tables USING (table_schema, table_name)
                WHERE data_type = 'uuid' AND table_type = 'BASE TABLE'
                  AND table_schema IN ('access', 'documents', 'desk', 'files', 'dak', 'drafts', 'dispatch')
                """)
            .query(String.class)
            .list();
    List<String> orphans = new ArrayList<>();
    int looked = 0;
    for (String column : columns) {
      String[] part = column.split("\\.");
      String target = targets.get(part[2]);
      if (target == null || target.equals(part[0] + "." + part[1])) continue;
      looked++;
      int count = db.sql(orphans(part, target)).query(Integer.class).single();
      if (count > 0) orphans.add(column + " without " + target + ": " + count);
    }
    assertThat(looked).as("columns that were looked at").isGreaterThan(30);
    assertThat(orphans).isEmpty();
  }

  private static String orphans(String[] column, String target) {
    return """
    SELECT count(*) FROM %s.%s here
    WHERE here.%s <> '00000000-0000-0000-0000-000000000000' AND NOT EXISTS (SELECT FROM %s t WHERE t.id = here.%3$s)
    """
        .formatted(column[0], column[1], column[2], target);
  }

  private Set<String> relations(String kinds) {
    return new TreeSet<>(
        db.sql(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind::text = ANY (string_to_array(?, ''', '''))
                """)
            .param(kinds)
            .query(String.class)
            .list());
  }

  private Set<String> functions() {
    return new TreeSet<>(
        db.sql(
                """
                SELECT n.nspname || '.' || p.proname FROM pg_proc p
                JOIN pg_namespace n ON n.oid = p.pronamespace
                """)
            .query(String.class)
            .list());
  }

  private static List<String> texts(CompilationUnitTree unit) {
    List<String> texts = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text) texts.add(text);
        return null;
      }
    }.scan(unit, null);
    return texts;
  }

  private static String sql(Path file) throws IOException {
    return Files.readString(file).replaceAll("--[^\n]*", "");
  }

  /// Names of other modules than this one.
  private static List<String> others(String text, String module) {
    return NAME.matcher(text)
        .results()
        .filter(name -> !name.group(1).equals(module))
        .map(java.util.regex.MatchResult::group)
        .toList();
  }
}
