package karyalay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.SignedIn.Browser;
import karyalay.access.Gate;
import karyalay.desk.OnDesks;
import karyalay.desk.Trails;
import karyalay.documents.SampleFiles;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A full disk ends in a clear sentence, and nothing is lost, doubled or half done.
@KaryalayTest
class FullDiskTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired OnDesks desks;
  @Autowired Trails trails;
  @Autowired JdbcClient db;

  @Value("${karyalay.data}")
  Path folder;

  private Seat clerk;
  private Seat sho;

  @BeforeEach
  void a_thana() {
    var thana = given.district().thana("थाना भरी डिस्क");
    clerk = thana.hm();
    sho = thana.sho();
  }

  @Test
  void an_act_on_a_full_database_is_refused_kept_and_done_once_when_there_is_room()
      throws Exception {
    PaperId paper = desks.paper(clerk);
    Browser browser = signedIn.as(clerk);
    UUID act = Ids.next();
    try (var _ = new FullFor(clerk)) {
      var refused = forward(browser, paper, act);
      assertThat(refused).hasStatus(507);
      assertThat(text(refused))
          .contains("सर्वर की डिस्क भर गई है", "कुछ भी दर्ज नहीं हुआ")
          .contains("जाँच कर आख्या दें", act.toString());
    }
    assertThat(trails.of(paper, clerk.scope())).hasSize(1);
    assertThat(desks.acts(paper)).containsExactly("desk.made");
    assertThat(rows(act)).isZero();

    assertThat(forward(browser, paper, act)).hasStatus(303);
    assertThat(forward(browser, paper, act)).hasStatus(303);
    assertThat(trails.of(paper, clerk.scope())).hasSize(2);
    assertThat(desks.acts(paper)).containsExactly("desk.made", "desk.forwarded");
  }

  @Test
  void an_upload_to_a_full_disk_is_refused_and_nothing_of_it_is_kept() throws Exception {
    Path arriving = folder.resolve("blobs/arriving");
    byte[] photo = SampleFiles.image("png", SampleFiles.sheet(200, 77));
    try (var _ = new Small(arriving, "size=16k")) {
      var refused = upload(photo);
      assertThat(refused).hasStatus(507);
      assertThat(text(refused)).contains("सर्वर की डिस्क भर गई है", "class=\"refusal\"");
      try (var left = Files.list(arriving)) {
        assertThat(left).isEmpty();
      }
    }
    assertThat(uploads()).isZero();
    assertThat(upload(photo)).hasStatusOk();
    assertThat(uploads()).isEqualTo(1);
  }

  @Test
  void bytes_that_cannot_be_put_in_their_place_are_refused_too() throws Exception {
    byte[] photo = SampleFiles.image("png", SampleFiles.sheet(200, 78));
    String hash =
        java.util.HexFormat.of().formatHex(karyalay.shared.Sha256.of(photo)).substring(0, 2);
    Path place = Files.createDirectories(folder.resolve("blobs").resolve(hash));
    try (var _ = new Small(place, "nr_inodes=1")) {
      assertThat(upload(photo)).hasStatus(507);
    }
    assertThat(uploads()).isZero();
  }

  private MvcTestResult forward(Browser browser, PaperId paper, UUID act) {
    return web.raw()
        .post()
        .uri("/papers/" + paper + "/movements")
        .cookie(new Cookie(Gate.COOKIE, browser.token()))
        .param("_csrf", browser.csrf())
        .param("as", browser.mark())
        .param("act", act.toString())
        .param("to", sho.mark())
        .param("remark", "जाँच कर आख्या दें")
        .exchange();
  }

  private MvcTestResult upload(byte[] bytes) {
    Browser browser = signedIn.as(clerk);
    return web.raw()
        .post()
        .uri("/uploads?as=" + browser.mark())
        .cookie(new Cookie(Gate.COOKIE, browser.token()))
        .header("X-Csrf", browser.csrf())
        .header("X-Karyalay", "fetch")
        .header("Upload-Name", "photo.png")
        .contentType("application/octet-stream")
        .content(bytes)
        .exchange();
  }

  private int rows(UUID act) {
    return db.sql("SELECT count(*) FROM shared.act WHERE id = ?")
        .param(act)
        .query(Integer.class)
        .single();
  }

  private int uploads() {
    return db.sql("SELECT count(*) FROM desk.upload WHERE person = ?")
        .param(clerk.person().value())
        .query(Integer.class)
        .single();
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  /// While this is open, PostgreSQL finds no room for the ledger entries of one person: the last
  /// thing that an act writes.
  private static final class FullFor implements AutoCloseable {
    FullFor(Seat seat) throws SQLException {
      run(
          """
          CREATE SCHEMA full_disk;
          CREATE FUNCTION full_disk.says() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
          END $$;
          CREATE TRIGGER full_disk BEFORE INSERT ON ledger.entry
              FOR EACH ROW WHEN (NEW.person = '%s') EXECUTE FUNCTION full_disk.says();
          """
              .formatted(seat.person()));
    }

    @Override
    public void close() throws SQLException {
      run("DROP SCHEMA full_disk CASCADE");
    }

    private static void run(String sql) throws SQLException {
      var known = TestDatabase.connections();
      try (var connection =
              DriverManager.getConnection(
                  known.url(), known.superuser(), known.superuserPassword());
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /// A file system with hardly any room over a folder; only root can mount one.
  private record Small(Path folder, String limit) implements AutoCloseable {
    Small {
      assumeThat(System.getProperty("user.name")).as("mounting needs root").isEqualTo("root");
      assumeThat(
              run("mount", "-t", "tmpfs", "-o", limit + ",mode=0700", "tmpfs", folder.toString()))
          .as("a file system can be mounted here")
          .isZero();
    }

    @Override
    public void close() {
      assertThat(run("umount", folder.toString())).isZero();
    }

    private static int run(String... command) {
      try {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
      } catch (IOException e) {
        return -1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }
  }
}
