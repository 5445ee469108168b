package karyalay.dak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import karyalay.dak.FieldRule.Mark;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the masters of a district say to the diary: which fields are mandatory, which codes exist,
/// which words speak for a category.
@Component
class MasterWords {
  private final Masters masters;
  private final JdbcClient db;

  MasterWords(Masters masters, JdbcClient db) {
    this.masters = masters;
    this.db = db;
  }

  /// The two mandatory marks of the fields of one shape (OP-20): as they came, each changed by the
  /// district's master `DIARY_FIELD` of the code `<shape>-<field>` with `mark` and `group`.
  List<FieldRule> rules(Shape shape, OfficeId district) {
    Map<Field, FieldRule> rules = new LinkedHashMap<>();
    for (FieldRule rule : original(shape)) rules.put(rule.field(), rule);
    String prefix = shape.name().toLowerCase(Locale.ROOT) + "-";
    for (Master own : masters.of("DIARY_FIELD", district))
      if (own.code().startsWith(prefix)) {
        Field field = Field.of(own.code().substring(prefix.length()));
        Mark mark = Mark.valueOf(own.text("mark").toUpperCase(Locale.ROOT));
        rules.put(field, new FieldRule(shape, field, mark, own.text("group")));
      }
    return List.copyOf(rules.values());
  }

  private List<FieldRule> original(Shape shape) {
    return db.sql("SELECT field, mark, in_group FROM dak.field_rule WHERE shape = ? ORDER BY 1")
        .param(shape.name())
        .query((row, n) ->
            new FieldRule(
                shape,
                Field.valueOf(ParticularsRows.text(row, "field")),
                Mark.valueOf(ParticularsRows.text(row, "mark")),
                ParticularsRows.text(row, "in_group")))
        .list();
  }

  /// Codes that no master of the district has.
  List<Problem> unknown(Particulars it, OfficeId district) {
    var problems = new ArrayList<Problem>();
    known("DELIVERY_MODE", it.arrival().mode(), Field.MODE, district, problems);
    known("CATEGORY", it.category(), Field.CATEGORY, district, problems);
    known("CATEGORY", it.subcategory(), Field.SUBCATEGORY, district, problems);
    known("FORM", it.form(), Field.FORM, district, problems);
    known("LANGUAGE", it.language(), Field.LANGUAGE, district, problems);
    return problems;
  }

  private void known(
      String kind, String code, Field field, OfficeId district, List<Problem> problems) {
    if (!code.isEmpty() && masters.one(kind, code, district).isEmpty())
      problems.add(Problem.at(field, DakRefusal.NOT_IN_MASTER, code));
  }

  /// Whether the paper is a victim's: by the answer given at the counter, or by its category
  /// (`class` of the master).
  boolean protectsVictim(Particulars it, OfficeId district) {
    return it.questions().protectsVictim()
        || masters
            .one("CATEGORY", it.category(), district)
            .filter(category -> category.text("class").equals("victim-protected"))
            .isPresent();
  }

  /// A guess at the category by the words its master lists (`words`), never more than an offer.
  Optional<String> guess(String text, OfficeId district) {
    if (text.isBlank()) return Optional.empty();
    return CategoryGuess.of(
        text,
        masters.of("CATEGORY", district).stream()
            .map(category -> new CategoryGuess.Words(category.code(), words(category)))
            .toList());
  }

  private static List<String> words(Master category) {
    var words = new ArrayList<String>();
    words.add(category.nameHi());
    if (category.data().get("words") instanceof List<?> listed)
      for (Object word : listed) words.add(word.toString());
    return words;
  }
}
