package karyalay.files.web;

import static org.assertj.core.api.Assertions.*;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.Web;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Filing as another system does it.
@KaryalayTest
class FilingApiTest {
  @Autowired Given given;
  @Autowired Web web;
  @Autowired Files files;
  @Autowired JdbcClient db;

  private final String token = UUID.randomUUID().toString();
  Seat hm;

  @BeforeEach
  void another_system() {
    hm = given.district().thana("सौरिख").hm();
    db.sql(
            """
            INSERT INTO access.api_token
                (token_hash, id, person, post, charge, scopes, name, made_at, expires_at)
            SELECT ?, gen_random_uuid(), c.person, c.post, c.id, '{read,write}', 'test', now(), 'infinity'
            FROM organisation.v_charge c WHERE c.person = ? AND c.post = ?
            """)
        .params(Sha256.of(token), hm.person().value(), hm.post().value())
        .update();
  }

  @Test
  void files_are_tied_flagged_and_shown_by_calls() {
    PaperId file = open("एपीआई/1");
    PaperId other = open("एपीआई/2");
    String at = "/files/" + file + "/";
    assertThat(post(at + "links", "{\"other\": \"एपीआई/2\", \"bundle\": \"guard-file\"}"))
        .hasStatus(201);
    assertThat(post(at + "flags", "{\"target\": \"FILE\", \"file\": \"" + other + "\"}"))
        .hasStatus(201);
    assertThat(get(at + "related"))
        .bodyJson()
        .extractingPath("$.ties[0].file")
        .isEqualTo(other.toString());
    assertThat(get(at + "flags")).bodyJson().extractingPath("$[0].label").isEqualTo("A");
    assertThat(post(at + "volumes", "{}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("filing.VOLUME_TOO_THIN");
  }

  @Test
  void registers_and_sheets_go_through_the_same_doors() {
    PaperId file = open("एपीआई/3");
    assertThat(
            post(
                "/precedents",
                """
                {"file": "%s", "subject": "मेला", "ruling": "बल माँगा जाए", "decided": "2026-01-05"}
                """
                    .formatted(file)))
        .hasStatus(201);
    assertThat(post("/precedents/search", "{\"q\": \"mela\"}"))
        .bodyJson()
        .extractingPath("$[0].ruling")
        .isEqualTo("बल माँगा जाए");
    assertThat(post("/files/legacy/rows", "{\"sheet\": \"77/98,मेड़,1.1.98\\n78/98,,1.1.98\"}"))
        .bodyJson()
        .extractingPath("$[1].refusal")
        .asString()
        .isNotEmpty();
    assertThat(post("/files/numbers", "{\"number\": \"७७/९८\"}"))
        .bodyJson()
        .extractingPath("$[0].number")
        .isEqualTo("77/98");
    assertThat(get("/files/watch")).bodyJson().extractingPath("$.levels").isEqualTo(4);
  }

  private PaperId open(String number) {
    var cover =
        new NewFile(
            "मेड़ के विवाद",
            java.util.List.of(),
            number,
            "",
            "hi",
            "",
            "",
            karyalay.desk.Classification.NORMAL,
            karyalay.desk.Urgency.ORDINARY,
            false);
    return files.open(hm.act(), cover, null);
  }

  private MvcTestResult get(String path) {
    return web.raw()
        .get()
        .uri("/api/v1" + path)
        .header("Authorization", "Bearer " + token)
        .exchange();
  }

  private MvcTestResult post(String path, String json) {
    return web.raw()
        .post()
        .uri("/api/v1" + path)
        .header("Authorization", "Bearer " + token)
        .header("Idempotency-Key", Ids.next().toString())
        .contentType(MediaType.APPLICATION_JSON)
        .content(json)
        .exchange();
  }
}
