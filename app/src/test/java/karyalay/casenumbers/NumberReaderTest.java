package karyalay.casenumbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import karyalay.casenumbers.CaseNumber.Charge;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers as thanas write them: a list of examples, and a law that holds for all that can be.
class NumberReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  /// What somebody writes, and what is read of it or why it is refused.
  record Example(String typed, String read) {}

  static Stream<Example> examples() throws IOException {
    try (InputStream in = NumberReaderTest.class.getResourceAsStream("/casenumbers/written.tsv")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Example(cells[0], cells[1]));
    }
  }

  static String read(String typed) {
    try {
      return NumberReader.read(typed, TODAY).words();
    } catch (Refused refused) {
      return "!" + refused.reason().name();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void what_people_write_is_read_or_refused_with_what_is_expected(Example example) {
    assertThat(read(example.typed())).isEqualTo(example.read());
  }

  @Test
  void there_are_enough_examples_of_each_kind() throws IOException {
    assertThat(examples()).hasSizeGreaterThan(90);
    for (NumberType type : NumberType.values())
      assertThat(examples().filter(one -> one.read().startsWith(type.words().replace(" सं0", ""))))
          .as(type.name())
          .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void what_is_written_out_is_read_again_as_the_same() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      CaseNumber made = any(random);
      assertThat(NumberReader.read(made.words(), TODAY))
          .as("seed %d, %d: %s", seed, i, made.words())
          .isEqualTo(made);
    }
  }

  @Test
  void nothing_that_is_typed_ends_in_a_fault() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String letters = "मुअसं0123/ .()-:धारा बीएनएस fir gd थाना रपट समय बजे,12";
    for (int i = 0; i < 5_000; i++) {
      var typed = new StringBuilder();
      int length = random.nextInt(40);
      for (int n = 0; n < length; n++)
        typed.append(letters.charAt(random.nextInt(letters.length())));
      assertThat(read(typed.toString())).as("seed %d: %s", seed, typed).isNotEmpty();
    }
  }

  private static CaseNumber any(Random random) {
    NumberType type = NumberType.values()[random.nextInt(NumberType.values().length)];
    String thana =
        random.nextBoolean() ? "" : one(random, "सौरिख", "ठठिया", "छिबरामऊ", "गुरसहायगंज");
    int number = 1 + random.nextInt(99_999);
    return switch (type) {
      case GD -> {
        LocalDate day = TODAY.minusDays(random.nextInt(4000));
        LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
        yield new CaseNumber(type, number, day.getYear(), List.of(), thana, day, time);
      }
      case PREVENTIVE -> {
        var sections =
            IntStream.range(0, 3)
                .mapToObj(_ -> one(random, "126", "135", "170"))
                .distinct()
                .toList();
        var charges = List.of(new Charge(sections, Law.BNSS));
        boolean numbered = random.nextBoolean();
        int year = numbered ? year(random) : TODAY.getYear();
        yield new CaseNumber(type, numbered ? number : 0, year, charges, thana, null, null);
      }
      case FIR, NCR, MISSING ->
          new CaseNumber(type, number, year(random), charges(random), thana, null, null);
    };
  }

  private static int year(Random random) {
    return TODAY.getYear() - random.nextInt(70);
  }

  private static List<Charge> charges(Random random) {
    var charges = new ArrayList<Charge>();
    int many = random.nextInt(3);
    for (int i = 0; i < many; i++) {
      var sections =
          IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> section(random)).toList();
      charges.add(new Charge(sections, Law.values()[random.nextInt(Law.values().length)]));
    }
    return charges;
  }

  private static String section(Random random) {
    String section = Integer.toString(1 + random.nextInt(511));
    if (random.nextInt(3) == 0) section += "(" + (1 + random.nextInt(9)) + ")";
    if (random.nextInt(6) == 0) section += "(" + one(random, "a", "b", "क", "द") + ")";
    return section;
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
