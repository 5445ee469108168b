package karyalay.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Invents people for a demonstration: the same ones each time. All bear one surname that means
/// "sample", police numbers that nobody has, and mobiles that reach nobody.
final class Roster {
  private static final long SEED = 20260101;
  private static final int WOMEN_IN_HUNDRED = 12;

  private final DistrictFolder.Demonstration names;
  private final Random random = new Random(SEED);
  private int made;

  Roster(DistrictFolder.Demonstration names) {
    this.names = names;
  }

  /// One more person of this rank.
  ///
  /// @param woman where the post asks for one
  Person.Facts next(String rank, boolean woman) {
    made++;
    boolean female = woman || random.nextInt(100) < WOMEN_IN_HUNDRED;
    String gender = female ? "female" : "male";
    List<String> given = pick(names.givenNames().getOrDefault(gender, List.of()));
    List<String> middle = pick(names.middleNames().getOrDefault(gender, List.of()));
    LocalDate joined = LocalDate.of(1992, 1, 1).plusDays(random.nextInt(30 * 365));
    return new Person.Facts(
        String.format(Locale.ROOT, "000000%03d", made),
        name(given, middle, 0),
        name(given, middle, 1),
        String.format(Locale.ROOT, "99999%05d", 10_000 + made),
        female ? Person.Gender.FEMALE : Person.Gender.MALE,
        rank,
        joined,
        "");
  }

  private List<String> pick(List<List<String>> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String name(List<String> given, List<String> middle, int language) {
    return given.get(language) + " " + middle.get(language) + " " + names.surname().get(language);
  }
}
