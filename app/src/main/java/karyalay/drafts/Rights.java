package karyalay.drafts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Settings;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Component;

/// Who may approve and sign which form and subject (OP-70): dated masters of kind `LETTER_RIGHT`,
/// each with `form`, `category` (empty for all), `approve` and `sign` (codes of ranks, the lowest
/// that may) and `skip` (a standard form needs no approval). The most particular one counts.
@Component
class Rights {
  static final String KIND = "LETTER_RIGHT";
  private static final String ALL_VERSIONS = "all-versions-of";

  private final Masters masters;
  private final Settings settings;

  Rights(Masters masters, Settings settings) {
    this.masters = masters;
    this.settings = settings;
  }

  /// What holds for a form and a subject.
  ///
  /// @param approve seniority level from which one approves
  /// @param sign level from which one signs
  /// @param skip whether a standard form may do without approval
  record Right(int approve, int sign, boolean skip) {}

  Right of(LetterForm form, String category, OfficeId district) {
    List<Master> rights = masters.of(KIND, district);
    Master right =
        rights.stream()
            .filter(one -> fits(one, "form", form.code()) && fits(one, "category", category))
            .max(Comparator.comparingInt(Rights::particular))
            .orElseThrow(() -> new IllegalStateException("no right for " + form.code()));
    return new Right(
        level(right.text("approve"), district),
        level(right.text("sign"), district),
        right.flag("skip"));
  }

  private static boolean fits(Master right, String name, String asked) {
    String wanted = right.text(name);
    return wanted.isEmpty() || wanted.equals(asked);
  }

  private static int particular(Master right) {
    return (right.text("category").isEmpty() ? 0 : 2) + (right.text("form").isEmpty() ? 0 : 1);
  }

  private int level(String rank, OfficeId district) {
    return masters
        .one("RANK", rank, district)
        .map(one -> one.number("level", 0))
        .orElseThrow(() -> new IllegalStateException("a letter right names no rank: " + rank));
  }

  /// Whether all versions of letters on such a matter are kept: policy, money, discipline (OP-67).
  boolean keepsAll(String category, OfficeId office) {
    return Arrays.asList(settings.text(ALL_VERSIONS, office).split("\\s+")).contains(category);
  }
}
