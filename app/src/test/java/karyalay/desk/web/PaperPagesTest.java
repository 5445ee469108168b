package karyalay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Attachments;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.documents.SampleFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class PaperPagesTest {
  private static final byte[] PETITION = SampleFiles.pdf(2);
  private static final byte[] PHOTO = SampleFiles.image("png", SampleFiles.sheet(40, 9));

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired OnDesks desks;
  @Autowired Attachments attachments;
  @Autowired Reading reading;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;

  @Value("${karyalay.data}")
  Path folder;

  private Given.Thana here;
  private Given.Thana elsewhere;

  @BeforeEach
  void two_thanas() {
    var district = given.district();
    here = district.thana("सौरिख");
    elsewhere = district.thana("तिर्वा");
  }

  private PaperId with(PaperId paper, byte[]... files) {
    Seat clerk = here.hm();
    var content = reading.card(paper, clerk.scope()).paper().content();
    var uploads =
        java.util.Arrays.stream(files)
            .map(file ->
                attachments
                    .receive(clerk.person(), new ByteArrayInputStream(file), "petition.pdf")
                    .id())
            .toList();
    var act = clerk.act();
    desks.inAct(() -> ledger.append(act, attachments.attach(act, content, uploads)));
    return paper;
  }

  private MvcTestResult get(Seat seat, PaperId paper, String what) {
    return web.get(signedIn.as(seat), "/papers/" + paper + what);
  }

  private static byte[] body(MvcTestResult result) {
    return result.getResponse().getContentAsByteArray();
  }

  @Test
  void who_may_read_the_paper_sees_its_pages_counted_through_all_documents() throws IOException {
    PaperId paper = with(desks.paper(here.hm()), PETITION, PHOTO);
    var page = get(here.sho(), paper, "/pages/3");
    assertThat(page).hasStatusOk().hasContentType("image/jpeg");
    var image = ImageIO.read(new ByteArrayInputStream(body(page)));
    assertThat(image.getWidth()).isEqualTo(SampleFiles.sheet(40, 9).getWidth());
    var small = get(here.hm(), paper, "/thumbnails/1");
    assertThat(ImageIO.read(new ByteArrayInputStream(body(small))).getWidth()).isLessThan(130);
    assertThat(get(here.hm(), paper, "/pages/4")).hasStatus(404);
    assertThat(get(here.hm(), paper, "/pages/0")).hasStatus(404);
    assertThat(get(here.hm(), paper, "/pages/x")).hasStatus(404);
  }

  @Test
  void a_closer_look_is_finer() throws IOException {
    PaperId paper = with(desks.paper(here.hm()), PETITION);
    var large = get(here.hm(), paper, "/pages/1?large=true");
    assertThat(ImageIO.read(new ByteArrayInputStream(body(large))).getWidth()).isGreaterThan(1700);
  }

  @Test
  @Holds("OP-52")
  void outside_reach_no_byte_leaves_and_nothing_is_told() {
    PaperId paper = with(desks.paper(here.hm()), PETITION);
    for (String what : List.of("/pages/1", "/thumbnails/1", "/documents/1/original")) {
      assertThat(get(elsewhere.sho(), paper, what)).hasStatus(404);
      assertThat(get(elsewhere.sho(), PaperId.next(), what)).hasStatus(404);
      assertThat(web.nobody("/papers/" + paper + what).getResponse().getStatus()).isNotEqualTo(200);
      assertThat(get(here.sho(), paper, what)).hasStatusOk();
    }
  }

  @Test
  void of_a_protected_paper_nothing_leaves_to_whoever_is_not_named_on_it() {
    PaperId paper = with(desks.confidential(here.hm()), PETITION);
    assertThat(get(here.hm(), paper, "/pages/1")).hasStatusOk();
    for (String what : List.of("/pages/1", "/thumbnails/1", "/documents/1/original"))
      assertThat(get(here.sho(), paper, what)).hasStatus(404);
  }

  @Test
  void the_view_of_a_protected_page_is_written_before_it_is_sent() {
    PaperId paper = with(desks.confidential(here.hm()), PETITION);
    assertThat(views(paper)).isZero();
    get(here.hm(), paper, "/pages/1");
    assertThat(views(paper)).isEqualTo(1);
    get(here.sho(), paper, "/pages/1");
    assertThat(views(paper)).isEqualTo(1);
  }

  private int views(PaperId paper) {
    return db.sql("SELECT count(*) FROM desk.view WHERE paper = ?")
        .param(paper.value())
        .query(Integer.class)
        .single();
  }

  @Test
  void browsers_keep_pages_for_minutes_and_protected_ones_never() {
    PaperId open = with(desks.paper(here.hm()), PETITION);
    PaperId secret = with(desks.confidential(here.hm()), PETITION);
    assertThat(get(here.hm(), open, "/pages/1").getResponse().getHeaders("Cache-Control"))
        .containsExactly("max-age=600, private");
    assertThat(get(here.hm(), secret, "/pages/1").getResponse().getHeaders("Cache-Control"))
        .containsExactly("no-store");
  }

  @Test
  void a_page_that_has_not_changed_is_not_sent_again() {
    PaperId paper = with(desks.paper(here.hm()), PETITION);
    String tag = String.valueOf(get(here.hm(), paper, "/pages/1").getResponse().getHeader("ETag"));
    var browser = signedIn.as(here.hm());
    var again =
        web.raw()
            .get()
            .uri("/papers/" + paper + "/pages/1?as=" + browser.mark())
            .cookie(new jakarta.servlet.http.Cookie(karyalay.access.Gate.COOKIE, browser.token()))
            .header("If-None-Match", tag)
            .exchange();
    assertThat(again).hasStatus(304);
  }

  @Test
  void an_original_is_a_download_byte_for_byte_and_never_shown_inline() {
    PaperId paper = with(desks.paper(here.hm()), PHOTO);
    var original = get(here.hm(), paper, "/documents/1/original");
    assertThat(original).hasStatusOk().hasContentType("application/octet-stream");
    assertThat(body(original)).isEqualTo(PHOTO);
    var answer = original.getResponse();
    assertThat(answer.getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("petition.pdf.png");
    assertThat(answer.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.getHeaders("Cache-Control")).containsExactly("no-store");
    assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("sandbox");
    assertThat(get(here.hm(), paper, "/documents/2/original")).hasStatus(404);
  }

  @Test
  void a_hash_is_no_address_and_stands_in_none() {
    PaperId paper = with(desks.paper(here.hm()), PHOTO);
    String hash = HexFormat.of().formatHex(Sha256.of(PHOTO));
    assertThat(get(here.hm(), paper, "/documents/" + hash + "/original")).hasStatus(404);
    assertThat(get(here.hm(), paper, "/pages/1").getResponse().getHeader("ETag"))
        .doesNotContain(hash);
  }

  @Test
  void a_forged_document_is_a_fault_and_not_a_page() throws IOException {
    byte[] bytes = SampleFiles.pdf(9);
    PaperId paper = with(desks.paper(here.hm()), bytes);
    String hash = HexFormat.of().formatHex(Sha256.of(bytes));
    Path place =
        folder.resolve("blobs/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
    byte[] forged = bytes.clone();
    forged[100] ^= 1;
    Files.write(place, forged);
    assertThat(get(here.hm(), paper, "/pages/9")).hasStatus(500);
  }

  @Test
  @Holds("OP-26")
  void physical_and_electronic_papers_are_not_marked_in_one_press() throws IOException {
    PaperId paper = desks.physical(here.hm());
    PaperId electronic = desks.paper(here.hm());
    var clerk = signedIn.as(here.hm());
    String to = here.sho().mark();
    String[] both = {"papers", paper + "", "papers", electronic + "", "to", to};
    var refused = web.post(clerk, "/desk/markings", both);
    assertThat(refused).hasStatus(422);
    assertThat(refused.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("OP-26");
    for (PaperId each : List.of(paper, electronic))
      assertThat(reading.card(each, here.hm().scope()).paper().heldBy(here.hm().post())).isTrue();

    web.post(clerk, "/desk/markings", "papers", electronic + "", "to", to);
    assertThat(reading.card(electronic, here.sho().scope()).paper().heldBy(here.sho().post()))
        .isTrue();
  }
}
