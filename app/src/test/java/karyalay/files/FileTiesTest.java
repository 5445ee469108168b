package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class FileTiesTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired FileTies ties;
  @Autowired Related related;
  @Autowired Reading reading;
  @Autowired Movements movements;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat other;

  @BeforeEach
  void two_thanas() {
    district = given.district();
    var thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    other = district.thana("तिर्वा").hm();
  }

  @Test
  @Holds("OP-47")
  void a_linked_file_stays_with_its_holder_and_is_read_by_whoever_gets_the_other() {
    PaperId file = in.open(hm);
    PaperId linked = in.open(other);
    refused(SharedRefusal.NOT_FOUND, () -> link(hm, file, linked));
    movements.grant(other.act(), linked, hm.post());
    link(hm, file, linked);

    in.send(hm, file, sho);
    assertThat(reading.open(linked, sho.scope()).paper().heldBy(other.post())).isTrue();
    assertThat(in.acts(linked)).contains("files.linked");
    refused(TIED_ALREADY, () -> link(sho, file, linked));
  }

  @Test
  @Holds("OP-47")
  void detaching_is_recorded_and_later_holders_no_longer_read_it() {
    PaperId file = in.open(hm);
    PaperId linked = in.open(other);
    movements.grant(other.act(), linked, hm.post());
    UUID tie = link(hm, file, linked);
    refused(REASON_NEEDED, () -> ties.detach(hm.act(), file, tie, " "));
    ties.detach(hm.act(), file, tie, "अब आवश्यक नहीं");

    var line = related.of(file, hm.scope()).ties().getFirst();
    assertThat(line.endedReason()).isEqualTo("अब आवश्यक नहीं");
    assertThat(line.endedBy()).isEqualTo(hm.mark());
    in.send(hm, file, district.co);
    refused(NOT_TIED, () -> ties.detach(hm.act(), file, tie, "फिर"));
    in.send(district.co, file, district.reader);
    refused(SharedRefusal.NOT_FOUND, () -> reading.card(linked, district.reader.scope()));
  }

  @Test
  @Holds("OP-47")
  void an_attached_file_travels_and_comes_off_where_the_other_lies() {
    PaperId file = in.open(hm);
    PaperId attached = in.open(hm);
    UUID tie = ties.attach(hm.act(), file, attached, "other-papers", "साथ चले");
    refused(DeskRefusal.INSIDE_ANOTHER, () -> in.send(hm, attached, sho));
    in.send(hm, file, sho);
    assertThat(reading.open(attached, sho.scope()).paper().root()).isEqualTo(file);

    ties.detach(sho.act(), file, tie, "कार्य पूर्ण");
    assertThat(reading.card(attached, sho.scope()).paper().heldBy(sho.post())).isTrue();
    assertThat(in.acts(attached)).contains("files.attached", "files.detached");
  }

  @Test
  void only_the_holder_of_a_protected_file_or_his_senior_links_it() {
    PaperId secret = in.open(other, Classification.CONFIDENTIAL);
    movements.grant(other.act(), secret, hm.post());
    PaperId file = in.open(hm);
    refused(LINK_NEEDS_HOLDER, () -> link(hm, file, secret));
    in.send(hm, file, other);
    link(other, file, secret);
    in.send(other, file, district.co);
    assertThat(reading.card(secret, district.co.scope()).named()).isTrue();
  }

  @Test
  @Holds("OP-63")
  void what_is_tied_stands_in_the_file_order_that_the_district_keeps() {
    PaperId file = in.open(hm);
    PaperId papers = in.open(hm);
    PaperId books = in.open(hm);
    ties.attach(hm.act(), file, papers, "other-papers", "");
    ties.attach(hm.act(), file, books, "reference-books", "");
    refused(NO_SUCH_BUNDLE, () -> link(hm, file, in.open(hm), "anything"));

    var bundles = related.bundles(hm.scope(), file);
    assertThat(bundles).extracting(Related.Bundle::code).startsWith("reference-books", "notes");
    assertThat(bundles.getFirst().ties()).extracting(Related.Line::paper).containsExactly(books);
  }

  @Test
  void readers_without_reach_see_no_line_of_the_other_file() {
    PaperId file = in.open(hm);
    PaperId linked = in.open(other);
    movements.grant(other.act(), linked, hm.post());
    link(hm, file, linked);
    assertThat(related.of(linked, other.scope()).ties()).isEmpty();
    assertThat(related.of(linked, district.co.scope()).ties())
        .extracting(Related.Line::paper)
        .containsExactly(file);
  }

  private UUID link(Seat by, PaperId file, PaperId other) {
    return link(by, file, other, "other-papers");
  }

  private UUID link(Seat by, PaperId file, PaperId other, String bundle) {
    return ties.link(by.act(), file, other, bundle, "संदर्भ हेतु");
  }
}
