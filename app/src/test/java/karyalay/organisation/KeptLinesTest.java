package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of the tree must always be what the tree says. The right answers are reckoned here
/// from parents and heads alone, another way than the program reckons them.
@KaryalayTest
class KeptLinesTest {
  @Autowired Given given;
  @Autowired Offices offices;
  @Autowired Posts posts;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  private Given.District district;

  @BeforeEach
  void district() {
    district = given.district();
  }

  private record Place(OfficeId office, List<OfficeId> line) {}

  /// Every live office with itself and those above it, nearest first.
  private List<Place> places() {
    var all = offices.of(district.id, false);
    var places = new ArrayList<Place>();
    for (Office office : all) {
      var line = new ArrayList<OfficeId>();
      Office at = office;
      while (at != null) {
        line.add(at.id());
        OfficeId parent = at.parent();
        at = all.stream().filter(other -> other.id().equals(parent)).findFirst().orElse(null);
      }
      places.add(new Place(office.id(), line));
    }
    return places;
  }

  private List<Post> live() {
    return posts.within(district.id, false).stream().map(Post.Held::post).toList();
  }

  private void assertKeptAsTheTreeSays(String when) {
    List<Place> places = places();
    List<Post> live = live();
    for (Post post : live) {
      assertThat(tokens(post))
          .as("%s: tokens of %s", when, post.mark())
          .containsExactlyInAnyOrderElementsOf(expectedTokens(post, places));
      assertThat(seniors(post))
          .as("%s: seniors of %s", when, post.mark())
          .containsExactlyElementsOf(expectedSeniors(post, places, live));
    }
  }

  private static List<String> expectedTokens(Post post, List<Place> places) {
    var tokens = new ArrayList<String>();
    tokens.add(post.id().toString());
    if (post.head())
      for (Place place : places)
        if (place.line().contains(post.office())) tokens.add(place.office().toString());
    return tokens;
  }

  private static List<String> expectedSeniors(Post post, List<Place> places, List<Post> live) {
    Place here =
        places.stream().filter(it -> it.office().equals(post.office())).findFirst().orElseThrow();
    var seniors = new ArrayList<String>();
    for (OfficeId office : here.line())
      live.stream()
          .filter(other ->
              other.head() && other.office().equals(office) && !other.id().equals(post.id()))
          .forEach(head -> seniors.add(head.id().toString()));
    return seniors;
  }

  private List<String> tokens(Post post) {
    return db.sql("SELECT token::text FROM organisation.v_token WHERE post = ?")
        .param(post.id().value())
        .query(String.class)
        .list();
  }

  private List<String> seniors(Post post) {
    return db.sql("SELECT senior::text FROM organisation.v_senior WHERE post = ? ORDER BY distance")
        .param(post.id().value())
        .query(String.class)
        .list();
  }

  @Test
  @Holds({"OP-4", "OP-108"})
  void after_any_edits_of_chance_the_kept_lines_are_what_the_tree_says() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    district.thana("सौरिख");
    district.thana("तिर्वा");
    for (int round = 0; round < 25; round++) {
      edit(random, round);
      assertKeptAsTheTreeSays("seed " + seed + " round " + round);
    }
  }

  private void edit(Random random, int round) {
    try {
      switch (random.nextInt(5)) {
        case 0 ->
            offices.open(district.sp.act(), office(random).id(), facts("N" + round), time.today());
        case 1 ->
            offices.change(
                district.sp.act(),
                office(random).id(),
                office(random).id(),
                facts("C" + round),
                time.today());
        case 2 ->
            posts.create(
                district.sp.act(),
                office(random).id(),
                "P",
                post(random.nextBoolean()),
                time.today());
        case 3 ->
            posts.change(
                district.sp.act(), anyPost(random), post(random.nextBoolean()), time.today());
        default -> posts.abolish(district.sp.act(), anyPost(random), time.today());
      }
    } catch (Refused refused) {
      // A rule said no; then nothing may have changed, which is checked like everything else.
    }
  }

  private Office office(Random random) {
    var all = offices.of(district.id, false);
    return all.get(random.nextInt(all.size()));
  }

  private PostId anyPost(Random random) {
    // The SP signs the edits, so his post stays.
    var all = live().stream().filter(post -> !post.id().equals(district.sp.post())).toList();
    return all.get(random.nextInt(all.size())).id();
  }

  private static Office.Facts facts(String code) {
    return new Office.Facts("branch", code, "शाखा " + code, "Branch " + code, "", List.of());
  }

  private static Post.Facts post(boolean head) {
    return new Post.Facts("पद", "Post", "", "sub-inspector", head, false);
  }

  @Test
  void seniors_have_distances_without_gaps() {
    var thana = district.thana("सौरिख");
    assertThat(
            db.sql("SELECT distance FROM organisation.v_senior WHERE post = ? ORDER BY 1")
                .param(thana.si().post().value())
                .query(Integer.class)
                .list())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void a_refused_edit_leaves_lines_names_and_log_as_they_were() {
    var thana = district.thana("सौरिख");
    Office before = offices.find(thana.id()).orElseThrow();
    int lines = log();
    Refusals.assertRefused(
        OrganisationRefusal.OFFICE_UNDER_ITSELF,
        () ->
            offices.change(
                district.sp.act(), district.aspOffice.id(), thana.id(), facts("ZZ"), time.today()));
    assertThat(offices.find(thana.id())).contains(before);
    assertThat(log()).isEqualTo(lines);
    assertKeptAsTheTreeSays("after a refusal");
  }

  private int log() {
    return db.sql("SELECT count(*) FROM organisation.change WHERE person = ?")
        .param(district.sp.person().value())
        .query(Integer.class)
        .single();
  }
}
