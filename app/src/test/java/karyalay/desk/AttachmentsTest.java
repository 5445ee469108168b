package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.documents.DocumentType;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.PageSize;
import karyalay.documents.SampleFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

@KaryalayTest
class AttachmentsTest {
  private static final byte[] THREE_PAGES = SampleFiles.pdf(3);
  private static final byte[] PHOTO = SampleFiles.image("png", SampleFiles.sheet(30, 5));

  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Attachments attachments;
  @Autowired Reading reading;
  @Autowired Ledger ledger;

  private Seat clerk;
  private Seat other;
  private ContentId content;

  @BeforeEach
  void district() {
    var thana = given.district().thana("थाना संलग्नक");
    clerk = thana.hm();
    other = thana.si();
    PaperId paper = desks.paper(clerk);
    content = reading.card(paper, clerk.scope()).paper().content();
  }

  private UUID upload(Seat by, byte[] bytes, String name) {
    return attachments.receive(by.person(), new ByteArrayInputStream(bytes), name).id();
  }

  private void attach(Seat by, UUID... uploads) {
    var act = by.act();
    desks.inAct(() -> ledger.append(act, attachments.attach(act, content, List.of(uploads))));
  }

  private static void assertRefused(Refused.Reason reason, Runnable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void documents_stand_in_the_order_given_and_pages_run_through_them() {
    attach(clerk, upload(clerk, THREE_PAGES, "petition.pdf"), upload(clerk, PHOTO, "photo.png"));
    attach(clerk, upload(clerk, THREE_PAGES, "again.pdf"));
    List<Attachment> found = attachments.of(content);
    assertThat(found).extracting(Attachment::serial).containsExactly(1, 2, 3);
    assertThat(found).extracting(Attachment::firstPage).containsExactly(1, 4, 5);
    assertThat(found)
        .extracting(Attachment::name)
        .containsExactly("petition.pdf", "photo.png", "again.pdf");
    assertThat(attachments.pageCount(content)).isEqualTo(7);
  }

  @Test
  void a_page_is_found_by_its_number_in_the_whole() {
    attach(clerk, upload(clerk, PHOTO, "photo.png"), upload(clerk, THREE_PAGES, "petition.pdf"));
    var document = attachments.of(content).getLast().document();
    assertThat(attachments.page(content, 4, PageSize.PAGE).tag()).isEqualTo(document + "-3-page");
    assertRefused(DocumentsRefusal.NO_SUCH_PAGE, () -> attachments.page(content, 5, PageSize.PAGE));
    assertRefused(DocumentsRefusal.NO_SUCH_PAGE, () -> attachments.page(content, 0, PageSize.PAGE));
  }

  @Test
  void the_ledger_has_the_hash_of_what_was_attached() {
    attach(clerk, upload(clerk, THREE_PAGES, "petition.pdf"));
    var written = ledger.of("content/" + content);
    assertThat(written).hasSize(1);
    assertThat(written.getFirst().act()).isEqualTo("desk.attached");
    assertThat(new String(written.getFirst().preimage(), StandardCharsets.UTF_8))
        .contains(java.util.HexFormat.of().formatHex(Sha256.of(THREE_PAGES)))
        .doesNotContain("petition");
  }

  @Test
  void the_original_comes_back_byte_for_byte() throws IOException {
    attach(clerk, upload(clerk, THREE_PAGES, "petition.pdf"));
    var download = attachments.original(content, 1);
    try (var bytes = download.original().content()) {
      assertThat(bytes.readAllBytes()).isEqualTo(THREE_PAGES);
    }
    assertRefused(SharedRefusal.NOT_FOUND, () -> attachments.original(content, 2));
  }

  @Test
  void a_download_is_named_by_what_it_is() {
    attach(clerk, upload(clerk, PHOTO, "C:\\scan\\petition.pdf"));
    assertThat(attachments.of(content).getFirst().type()).isEqualTo(DocumentType.PNG);
    assertThat(attachments.original(content, 1).name()).isEqualTo("petition.pdf.png");
  }

  @Test
  void nobody_attaches_or_sees_what_another_uploaded() {
    UUID upload = upload(other, PHOTO, "photo.png");
    assertRefused(DeskRefusal.UPLOAD_GONE, () -> attach(clerk, upload));
    assertThat(attachments.uploads(List.of(upload), clerk.person())).isEmpty();
    assertRefused(
        SharedRefusal.NOT_FOUND,
        () -> attachments.uploadedPage(upload, clerk.person(), 1, PageSize.PAGE));
    assertThat(attachments.uploadedPage(upload, other.person(), 1, PageSize.PAGE).jpeg())
        .isNotEmpty();
  }

  @Test
  void an_upload_is_attached_once_and_then_seen_by_reach_alone() {
    UUID upload = upload(clerk, PHOTO, "photo.png");
    attach(clerk, upload);
    assertRefused(DeskRefusal.UPLOAD_GONE, () -> attach(clerk, upload));
    assertRefused(
        SharedRefusal.NOT_FOUND,
        () -> attachments.uploadedPage(upload, clerk.person(), 1, PageSize.THUMBNAIL));
    assertThat(attachments.of(content)).hasSize(1);
  }

  @Test
  void a_refused_attaching_leaves_every_upload_unused() {
    UUID good = upload(clerk, PHOTO, "photo.png");
    assertRefused(DeskRefusal.UPLOAD_GONE, () -> attach(clerk, good, UUID.randomUUID()));
    assertThat(attachments.uploads(List.of(good), clerk.person())).hasSize(1);
    assertThat(attachments.of(content)).isEmpty();
  }

  @Test
  void attaching_belongs_to_an_act_and_receiving_to_none() {
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> attachments.attach(clerk.act(), content, List.of()).size());
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> desks.inAct(() -> upload(clerk, PHOTO, "photo.png")));
  }

  @Test
  void nothing_is_attached_to_a_content_that_is_not_there() {
    UUID upload = upload(clerk, PHOTO, "photo.png");
    content = ContentId.next();
    assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> attach(clerk, upload));
    assertThat(attachments.uploads(List.of(upload), clerk.person())).hasSize(1);
  }
}
