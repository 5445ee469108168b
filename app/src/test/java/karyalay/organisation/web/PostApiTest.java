package karyalay.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Web;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class PostApiTest {
  @Autowired Given given;
  @Autowired Web web;
  @Autowired JdbcClient db;

  private Given.District district;
  private Given.Thana thana;
  private final String token = UUID.randomUUID().toString();

  @BeforeEach
  void another_system() {
    district = given.district();
    thana = district.thana("सौरिख");
    db.sql(
            """
            INSERT INTO access.api_token
                (token_hash, id, person, post, charge, scopes, name, made_at, expires_at)
            SELECT ?, gen_random_uuid(), c.person, c.post, c.id, '{read}', 'test', now(), 'infinity'
            FROM organisation.v_charge c WHERE c.person = ? AND c.post = ?
            """)
        .params(Sha256.of(token), thana.hm().person().value(), thana.hm().post().value())
        .update();
  }

  private MvcTestResult ask(String typed) {
    return web.raw()
        .get()
        .uri("/api/v1/posts?q={q}", typed)
        .header("Authorization", "Bearer " + token)
        .exchange();
  }

  @Test
  @Holds("OP-7")
  void other_systems_find_posts_as_officers_do() {
    assertThat(ask("सौरीख थानाध्यक्ष"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[0].mark")
        .isEqualTo(thana.sho().mark());
  }

  @Test
  @Holds("OP-8")
  void a_vacant_post_is_offered_without_a_holder() {
    var vacant = district.vacant(thana.office(), "INCR");
    assertThat(ask("INCR"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[0].id")
        .isEqualTo(vacant.toString());
    assertThat(ask("INCR")).bodyJson().extractingPath("$[0].holderHi").isEqualTo("");
  }

  @Test
  void nobody_asks_without_a_token() {
    assertThat(web.raw().get().uri("/api/v1/posts?q=SHO").exchange()).hasStatus(401);
  }
}
