package karyalay.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files of a district as they are written: `organisation.json`, `load.json`, `calendar.json`,
/// `demonstration.json`, `villages.csv`, `lgd.csv`.
final class DistrictFolder {
  /// An office of `organisation.json`, with its posts.
  record Unit(
      String id,
      String code,
      String kind,
      @JsonProperty("name_en") String nameEn,
      @JsonProperty("name_hi") String nameHi,
      @Nullable String parent,
      String status,
      boolean active,
      @Nullable List<String> aliases,
      List<UnitPost> posts) {
    boolean confirmed() {
      return status.equals("confirmed");
    }
  }

  /// A post of an office; `count` of them.
  record UnitPost(
      String abbreviation,
      @JsonProperty("designation_en") String designationEn,
      @JsonProperty("designation_hi") String designationHi,
      String rank,
      int count,
      String status) {}

  private record Organisation(List<Unit> units) {}

  /// A counter in one office, or in every office of a kind.
  ///
  /// @param members abbreviations of posts of the same office, with serial where there is one
  record Counter(
      @Nullable String office,
      @Nullable String kind,
      String abbreviation,
      @JsonProperty("designation_hi") String designationHi,
      @JsonProperty("designation_en") String designationEn,
      @JsonProperty("short") String shortHi,
      List<String> members) {
    boolean isIn(Unit unit) {
      return unit.id().equals(office) || unit.kind().equals(kind);
    }
  }

  /// How the offices of a kind are named in full, as `थाना {0}`.
  ///
  /// @param unless words that say so already: a name with one of them stays as it is
  record OfficeName(String kind, String hi, String en, List<String> unless) {
    boolean names(Unit unit) {
      return unit.kind().equals(kind) && unless.stream().noneMatch(unit.nameHi()::contains);
    }
  }

  /// What `organisation.json` does not tell.
  record Load(
      @JsonProperty("valid_from") LocalDate from,
      @JsonProperty("outside_kinds") List<String> outsideKinds,
      @JsonProperty("office_names") @Nullable List<OfficeName> officeNames,
      List<Counter> counters,
      @JsonProperty("short_designations") Map<String, String> shortDesignations,
      @JsonProperty("short_offices") Map<String, String> shortOffices,
      @JsonProperty("short_posts") Map<String, String> shortPosts,
      Map<String, List<MasterSeed.Line>> masters) {}

  record Weekly(DayOfWeek weekday, int nth) {}

  record Day(LocalDate day, String hi, String en, boolean confirmed) {}

  record Calendar(List<Weekly> weekly, List<Day> holidays) {}

  record SecondPost(String holder, String post, int days) {}

  /// Names come as pairs, Hindi and English, by gender.
  record Demonstration(
      List<String> vacant,
      List<SecondPost> additional,
      List<SecondPost> link,
      @JsonProperty("given_names") Map<String, List<List<String>>> givenNames,
      @JsonProperty("middle_names") Map<String, List<List<String>>> middleNames,
      List<String> surname) {}

  private final Resource folder;
  private final JsonMapper json;

  DistrictFolder(Resource folder, JsonMapper json) {
    this.folder = folder;
    this.json =
        json.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
  }

  List<Unit> units() {
    return read("organisation.json", Organisation.class).units();
  }

  Load load() {
    return read("load.json", Load.class);
  }

  Calendar calendar() {
    return read("calendar.json", Calendar.class);
  }

  Demonstration demonstration() {
    return read("demonstration.json", Demonstration.class);
  }

  /// The rows of a comma-separated file below its comment and header; no cell holds a comma.
  List<String[]> rows(String file) {
    try (InputStream in = folder.createRelative(file).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("district file " + file, e);
    }
  }

  private <T> T read(String file, Class<T> as) {
    try (InputStream in = folder.createRelative(file).getInputStream()) {
      return json.readValue(in, as);
    } catch (IOException e) {
      throw new UncheckedIOException("district file " + file, e);
    }
  }
}
