package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Urgency;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class ListsTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired ReceiptLists lists;
  @Autowired ReceiptReading reading;
  @Autowired Register register;
  @Autowired Closing closing;
  @Autowired Pavatis pavatis;
  @Autowired Aside aside;
  @Autowired Diary diary;
  @Autowired Movements movements;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("छिबरामऊ");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds({"OP-36", "OP-105"})
  void every_list_holds_its_own_and_its_count_agrees() {
    PaperId created = arrivals.diarise(hm, Writing.petition());
    PaperId wire = arrivals.electronic(hm);
    PaperId sent = arrivals.diariseAndSend(hm, Writing.petition(), sho.post());
    PaperId closed = arrivals.diarise(hm, Writing.petition());
    closing.close(hm.act(), closed, "सूचनार्थ");
    pavatis.give(hm.act(), created);
    diary.keep(hm.act(), Arrivals.sheet(Writing.letter()));
    aside.follow(hm.act(), created, null, "सोमवार को पूछें");

    assertThat(papers(hm, Pile.CREATED)).containsExactlyInAnyOrder(created, wire);
    assertThat(papers(hm, Pile.INBOX)).containsExactlyInAnyOrder(created, wire);
    assertThat(papers(hm, Pile.SENT)).containsExactly(sent);
    assertThat(papers(hm, Pile.CLOSED)).containsExactly(closed);
    assertThat(papers(hm, Pile.ACKNOWLEDGEMENTS)).containsExactlyInAnyOrder(created, wire);
    assertThat(papers(hm, Pile.FOLLOWED)).containsExactly(created);
    assertThat(papers(sho, Pile.INBOX)).containsExactly(sent);
    assertThat(lists.entries(hm.post(), Receipt.State.ENTRY)).hasSize(1);
    for (Pile pile : List.of(Pile.CREATED, Pile.INBOX, Pile.CLOSED, Pile.ACKNOWLEDGEMENTS))
      assertThat(lists.count(hm.scope(), pile)).as(pile.name()).isEqualTo(papers(hm, pile).size());
  }

  @Test
  void the_inbox_is_filtered_by_read_followed_up_and_nature() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    PaperId wire = arrivals.electronic(hm);
    movements.open(Act.of(hm.actor()), paper);
    aside.follow(hm.act(), wire, null, "");
    assertThat(inbox(new ListFilter(Pile.INBOX, true, null, false, null, null)))
        .containsExactly(paper);
    assertThat(inbox(new ListFilter(Pile.INBOX, false, null, false, null, null)))
        .containsExactly(wire);
    assertThat(inbox(new ListFilter(Pile.INBOX, null, true, false, null, null)))
        .containsExactly(paper);
    assertThat(inbox(new ListFilter(Pile.INBOX, null, false, false, null, null)))
        .containsExactly(wire);
    assertThat(inbox(new ListFilter(Pile.INBOX, null, null, true, null, null)))
        .containsExactly(wire);
    aside.unfollow(hm.act(), wire);
    assertThat(inbox(new ListFilter(Pile.INBOX, null, null, true, null, null))).isEmpty();
  }

  @Test
  void a_folder_is_its_posts_own() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    aside.file(hm.act(), paper, "भूमि विवाद");
    var folder = aside.folders(hm.post()).getFirst();
    assertThat(folder.papers()).isEqualTo(1);
    var inFolder = new ListFilter(Pile.FOLDER, null, null, false, folder.id(), null);
    assertThat(inbox(inFolder)).containsExactly(paper);
    assertThat(lists.page(sho.scope(), inFolder)).isEmpty();
    aside.file(hm.act(), paper, "");
    assertThat(inbox(inFolder)).isEmpty();
  }

  @Test
  void a_list_is_read_page_by_page_without_gap_or_repetition() {
    for (int i = 0; i < ReceiptLists.PAGE + 3; i++) arrivals.diarise(hm, Writing.petition());
    List<ListRow> first = lists.page(hm.scope(), ListFilter.of(Pile.INBOX));
    var next = new ListFilter(Pile.INBOX, null, null, false, null, first.getLast().cursor());
    List<ListRow> second = lists.page(hm.scope(), next);
    assertThat(first).hasSize(ReceiptLists.PAGE);
    assertThat(second).hasSize(3);
    assertThat(second)
        .extracting(ListRow::paper)
        .doesNotContainAnyElementsOf(first.stream().map(ListRow::paper).toList());
  }

  @Test
  @Holds("OP-33")
  void dak_that_no_gazetted_officer_saw_in_time_is_listed_until_one_opens_it() {
    PaperId ordinary = arrivals.diarise(hm, Writing.petition());
    PaperId urgent =
        arrivals.diarise(hm, Writing.petition().with(w -> w.urgency = Urgency.TOP_PRIORITY));
    var seeBy = arrivals.receipt(ordinary, hm).number().seeBy();
    var urgentSeeBy = arrivals.receipt(urgent, hm).number().seeBy();
    assertThat(seeBy).isAfter(arrivals.receipt(ordinary, hm).number().at().plusSeconds(47 * 3600));
    assertThat(urgentSeeBy).isBefore(seeBy);

    Seat asp = district.asp;
    assertThat(papers(asp, Pile.UNSEEN)).isEmpty();
    arrivals.seeingIsOverdue(ordinary);
    assertThat(papers(asp, Pile.UNSEEN)).containsExactly(ordinary);
    look(ordinary, sho);
    assertThat(papers(asp, Pile.UNSEEN)).as("an inspector is not gazetted").hasSize(1);
    look(ordinary, asp);
    assertThat(papers(asp, Pile.UNSEEN)).isEmpty();
    assertThat(arrivals.receipt(ordinary, hm).number().seenBy()).isEqualTo(asp.person());
  }

  private void look(PaperId paper, Seat by) {
    reading.seen(reading.open(paper, by.scope()), by.scope());
  }

  @Test
  @Holds("OP-86")
  void words_of_a_classified_paper_stand_in_no_list_of_those_not_named_on_it() {
    var secret = Writing.petition().with(w -> w.classification = Classification.CONFIDENTIAL);
    PaperId paper = arrivals.diarise(hm, secret);
    arrivals.seeingIsOverdue(paper);
    ListRow forHead = lists.page(district.asp.scope(), ListFilter.of(Pile.UNSEEN)).getFirst();
    assertThat(forHead.paper()).isEqualTo(paper);
    assertThat(forHead.title() + forHead.subtitle()).isEmpty();
    var line = register.lines(sho.scope(), thana.id(), arrivals.today(), arrivals.today());
    assertThat(line)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.sender() + one.subject() + one.letterNumber() + one.category()).isEmpty();
          assertThat(one.number()).isNotEmpty();
        });
    assertThat(lists.page(hm.scope(), ListFilter.of(Pile.INBOX)).getFirst().title()).isNotEmpty();
  }

  @Test
  @Holds("OP-105")
  void the_inward_register_of_an_office_shows_what_the_reader_may_see_in_order() {
    arrivals.diarise(hm, Writing.petition());
    arrivals.diarise(hm, Writing.letter());
    Given.Thana other = district.thana("विशुनगढ़");
    arrivals.diarise(other.hm(), Writing.petition());

    var lines = lines(sho, thana.id());
    assertThat(lines).extracting(Register.Line::serial).containsExactly(1L, 2L);
    assertThat(register.count(sho.scope(), thana.id(), arrivals.today(), arrivals.today()))
        .isEqualTo(2);
    assertThat(lines(sho, other.id())).as("another office's register").isEmpty();
    assertThat(lines(district.co, other.id())).as("the circle officer's thanas").hasSize(1);
    assertThat(register.offices(district.co.scope()))
        .extracting(Register.Office::id)
        .contains(thana.id().value(), other.id().value());
    var yesterday = arrivals.today().minusDays(1);
    assertThat(register.lines(sho.scope(), thana.id(), yesterday, yesterday)).isEmpty();
  }

  private List<Register.Line> lines(Seat reader, OfficeId office) {
    return register.lines(reader.scope(), office, arrivals.today(), arrivals.today());
  }

  private List<PaperId> papers(Seat reader, Pile pile) {
    return lists.page(reader.scope(), ListFilter.of(pile)).stream().map(ListRow::paper).toList();
  }

  private List<PaperId> inbox(ListFilter filter) {
    return lists.page(hm.scope(), filter).stream().map(ListRow::paper).toList();
  }

  @Test
  void a_wrongly_marked_paper_stands_nowhere_twice() {
    PaperId paper = arrivals.diariseAndSend(hm, Writing.petition(), sho.post());
    movements.move(sho.act(), paper, new Move.Receive());
    assertThat(papers(sho, Pile.INBOX)).containsExactly(paper);
    assertThat(papers(hm, Pile.INBOX)).isEmpty();
  }
}
