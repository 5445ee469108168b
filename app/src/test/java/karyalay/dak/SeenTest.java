package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Views;
import karyalay.files.InFiles;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// When dak counts as seen by a gazetted officer: wherever he looked at it, and only he (OP-33).
@KaryalayTest
class SeenTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired ReceiptLists lists;
  @Autowired Masters masters;
  @Autowired Views views;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  PaperId paper;

  @BeforeEach
  void overdue_dak() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    paper = arrivals.electronic(hm);
    arrivals.seeingIsOverdue(paper);
  }

  @Test
  @Holds("OP-33")
  void its_own_page_shows_it() {
    look(thana.sho(), "/receipts/" + paper);
    assertUnseen();
    look(district.asp, "/receipts/" + paper);
    assertSeenBy(district.asp);
  }

  @Test
  @Holds("OP-33")
  void a_leaf_turned_shows_it_and_one_turned_by_a_clerk_does_not() {
    look(hm, "/papers/" + paper + "/pages/1");
    look(thana.sho(), "/papers/" + paper + "/thumbnails/1");
    assertUnseen();
    look(district.asp, "/papers/" + paper + "/pages/1");
    assertSeenBy(district.asp);
    look(district.sp, "/papers/" + paper + "/pages/1");
    assertSeenBy(district.asp);
  }

  @Test
  @Holds("OP-33")
  void the_file_that_it_lies_in_shows_the_letter_that_is_open_beside_the_notes() {
    PaperId other = arrivals.electronic(hm);
    arrivals.seeingIsOverdue(other);
    PaperId file = in.open(hm);
    web.post(signedIn.as(hm), "/files/" + file + "/enclosures", "receipt", paper.toString());
    web.post(signedIn.as(hm), "/files/" + file + "/enclosures", "receipt", other.toString());
    look(thana.sho(), "/files/" + file);
    assertUnseen();
    look(district.asp, "/files/" + file + "/details");
    assertThat(unseen()).as("the cover shows no letter").contains(paper, other);
    look(district.asp, "/files/" + file);
    assertSeenBy(district.asp);
    assertThat(unseen()).as("the letter that lay closed beneath").containsExactly(other);
    look(district.asp, "/files/" + file + "?leaf=3");
    assertThat(unseen()).isEmpty();
  }

  @Test
  @Holds("OP-33")
  void the_trail_and_the_list_show_no_word_of_it() {
    look(district.asp, "/receipts");
    look(district.asp, "/desk");
    look(district.asp, "/registers");
    assertUnseen();
  }

  @Test
  @Holds("OP-33")
  void a_gazetted_officer_who_looks_from_a_counter_looks_as_its_clerk() {
    var counter = district.counter(district.aspOffice, "PTL");
    Seat atCounter = district.charge(district.asp, counter, Capacity.MEMBER);
    arrivals.send(hm, paper, counter);
    look(atCounter, "/receipts/" + paper);
    assertUnseen();
  }

  @Test
  @Holds({"OP-33", "OP-14"})
  void from_which_rank_on_an_officer_is_gazetted_is_data_of_the_district() {
    masters.put(
        district.sp.act(),
        district.id,
        "SETTING",
        "gazetted-level",
        new Master.Facts("राजपत्रित स्तर", "Gazetted level", 1, Map.of("value", 50)),
        arrivals.today());
    look(thana.sho(), "/papers/" + paper + "/pages/1");
    assertSeenBy(thana.sho());
  }

  @Test
  @Holds("OP-33")
  void whoever_may_not_read_it_has_not_seen_it() {
    Seat stranger = given.district().sp;
    look(stranger, "/receipts/" + paper);
    look(stranger, "/papers/" + paper + "/pages/1");
    assertUnseen();
  }

  private void look(Seat by, String path) {
    var answer = web.get(signedIn.as(by), path);
    assertThat(answer.getResponse().getStatus()).isIn(200, 404);
    views.write();
  }

  private void assertUnseen() {
    assertThat(unseen()).contains(paper);
    assertThat(arrivals.receipt(paper, hm).number().seenAt()).isNull();
  }

  private void assertSeenBy(Seat officer) {
    assertThat(unseen()).doesNotContain(paper);
    assertThat(arrivals.receipt(paper, hm).number().seenBy()).isEqualTo(officer.person());
  }

  private List<PaperId> unseen() {
    return lists.page(district.sp.scope(), ListFilter.of(Pile.UNSEEN)).stream()
        .map(ListRow::paper)
        .toList();
  }
}
