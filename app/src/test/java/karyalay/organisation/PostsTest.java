package karyalay.organisation;

import static karyalay.organisation.OrganisationRefusal.HEAD_TAKEN;
import static karyalay.organisation.OrganisationRefusal.POST_ABOLISHED;
import static karyalay.organisation.OrganisationRefusal.POST_OUTSIDE;
import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class PostsTest {
  private static final Post.Facts TEAM =
      new Post.Facts(
          "प्रभारी, विशेष दल", "In-charge, special team", "", "sub-inspector", false, false);

  @Autowired Given given;
  @Autowired Posts posts;
  @Autowired Changes changes;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  private List<String> found(String typed, OfficeId near) {
    return posts.find(typed, near, 10).stream().map(held -> held.post().mark()).toList();
  }

  private OfficeId officeOf(String mark) {
    return posts.of(mark, given.kannauj()).orElseThrow().office();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHO-SRK",
        "sho-srk",
        "Saurikh SHO",
        "सौरिख थानाध्यक्ष",
        "सौरीख थानाध्यक्ष",
        "thanadhyaksh saurikha",
        "station officer Saurikh",
        "Saurikh",
        "सौरिख",
        "सौरीख",
        "थानाध्यक्ष सौ"
      })
  @Holds("OP-7")
  void a_post_is_found_by_mark_designation_or_office_in_either_script(String typed) {
    assertThat(found(typed, officeOf("CO-CCB"))).first().isEqualTo("SHO-SRK");
  }

  @Test
  @Holds("OP-7")
  void a_post_is_found_by_the_name_of_who_holds_it() {
    var seat = given.kannauj("SSI-THT");
    var name =
        db.sql("SELECT name_hi, name_en FROM organisation.v_person WHERE id = ?")
            .param(seat.person().value())
            .query()
            .singleRow();
    OfficeId near = officeOf("SHO-THT");
    assertThat(found(String.valueOf(name.get("name_hi")), near)).first().isEqualTo("SSI-THT");
    assertThat(found(name.get("name_en") + " Thathia", near)).contains("SSI-THT");
  }

  @Test
  void a_slip_of_the_pen_is_forgiven() {
    assertThat(found("Gursahayganz", officeOf("SP-SPO")))
        .isNotEmpty()
        .allMatch(mark -> mark.contains("GSG"));
  }

  @Test
  @Holds("OP-7")
  void the_usual_ones_come_first_own_office_then_the_line_above_then_right_below() {
    assertThat(found("", officeOf("CO-CTR")))
        .startsWith("CO-CTR")
        .containsSubsequence("CO-CTR", "ASP-ASP", "SP-SPO", "SHO-TRW");
    assertThat(found("उप निरीक्षक", officeOf("SHO-TLG"))).first().isEqualTo("SI-TLG-1");
  }

  @Test
  void outside_offices_are_not_offered_and_nothing_is_marked_to_them() {
    assertThat(found("Director General", officeOf("SP-SPO"))).isEmpty();
    var director =
        db.sql(
                "SELECT p.id FROM organisation.v_senior s JOIN organisation.v_post p ON p.id = s.senior "
                    + "WHERE s.post = ? AND p.mark = 'DGP-PHQ'")
            .param(given.kannauj("SP-SPO").post().value())
            .query(UUID.class)
            .single();
    assertRefused(POST_OUTSIDE, () -> posts.live(new PostId(director)));
  }

  @Test
  void another_district_is_not_searched() {
    var here = given.district();
    var there = given.district();
    there.thana("तिलसरा");
    assertThat(posts.find("तिलसरा", here.spOffice.id(), 10)).isEmpty();
  }

  @Test
  @Holds({"OP-7", "OP-8"})
  void a_vacant_post_receives_an_abolished_one_does_not() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    PostId vacant = district.vacant(thana.office(), "INCR");
    assertThat(posts.live(vacant).id()).isEqualTo(vacant);
    posts.abolish(district.sp.act(), vacant, time.today());
    assertRefused(POST_ABOLISHED, () -> posts.live(vacant));
    assertThat(posts.find("INCR", thana.id(), 10)).isEmpty();
    assertThat(
            db.sql("SELECT mark FROM organisation.v_post_ever WHERE id = ?")
                .param(vacant.value())
                .query(String.class)
                .single())
        .as("trails still name it")
        .startsWith("INCR-");
  }

  @Test
  @Holds("OP-7")
  void a_mark_is_made_of_both_codes_and_is_unique_among_live_posts() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    LocalDate today = time.today();
    PostId first = posts.create(district.sp.act(), thana.id(), "TEAM", TEAM, today);
    PostId second = posts.create(district.sp.act(), thana.id(), "TEAM", TEAM, today);
    String code = thana.office().code();
    assertThat(posts.find(first)).get().extracting(Post::mark).isEqualTo("TEAM-" + code);
    assertThat(posts.find(second)).get().extracting(Post::mark).isEqualTo("TEAM-" + code + "-2");
    posts.abolish(district.sp.act(), first, today);
    PostId third = posts.create(district.sp.act(), thana.id(), "TEAM", TEAM, today);
    assertThat(posts.find(third))
        .get()
        .extracting(Post::mark)
        .as("no serial is used again")
        .isEqualTo("TEAM-" + code + "-3");
    assertThat(posts.find(third)).get().extracting(Post::level).isEqualTo(50);
  }

  @Test
  @Holds("OP-108")
  void an_office_has_one_head_and_a_new_head_takes_the_line_over() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    var leading =
        new Post.Facts("प्रभारी निरीक्षक", "Inspector in charge", "", "inspector", true, false);
    assertRefused(
        HEAD_TAKEN,
        () -> posts.create(district.sp.act(), thana.id(), "INS", leading, time.today()));
    var following =
        new Post.Facts("थानाध्यक्ष", "Station officer", "", "sub-inspector", false, false);
    posts.change(district.sp.act(), thana.sho().post(), following, time.today());
    PostId head = posts.create(district.sp.act(), thana.id(), "INS", leading, time.today());
    assertThat(seniorsOf(thana.si().post())).startsWith(head.value());
    assertThat(seniorsOf(thana.sho().post())).startsWith(head.value());
    assertThat(tokensOf(head)).containsExactlyInAnyOrder(head.value(), thana.id().value());
    assertThat(tokensOf(thana.sho().post())).containsExactly(thana.sho().post().value());
  }

  private List<UUID> seniorsOf(PostId post) {
    return db.sql("SELECT senior FROM organisation.v_senior WHERE post = ? ORDER BY distance")
        .param(post.value())
        .query(UUID.class)
        .list();
  }

  private List<UUID> tokensOf(PostId post) {
    return db.sql("SELECT token FROM organisation.v_token WHERE post = ?")
        .param(post.value())
        .query(UUID.class)
        .list();
  }

  @Test
  @Holds("OP-14")
  void a_change_is_logged_with_old_and_new_values_and_who_made_it() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    var facts =
        new Post.Facts(
            "वरिष्ठ उप निरीक्षक (प्रथम)",
            "First SSI",
            "व0उ0नि0 प्रथम",
            "sub-inspector",
            false,
            false);
    posts.change(district.sp.act(), thana.ssi().post(), facts, time.today());
    assertThat(changes.of(thana.ssi().post().value()))
        .first()
        .satisfies(line -> {
          assertThat(line.old()).containsEntry("designation_hi", "वरिष्ठ उप निरीक्षक");
          assertThat(line.now()).containsEntry("designation_hi", "वरिष्ठ उप निरीक्षक (प्रथम)");
          assertThat(line.person()).isEqualTo(district.sp.person().value());
          assertThat(line.pending()).isFalse();
        });
  }

  @Test
  void an_administrator_edits_no_other_district() {
    var here = given.district();
    var there = given.district().thana("तिर्वा");
    assertRefused(
        SharedRefusal.NOT_FOUND,
        () -> posts.abolish(here.sp.act(), there.si().post(), time.today()));
    assertThat(posts.live(there.si().post())).isNotNull();
  }
}
