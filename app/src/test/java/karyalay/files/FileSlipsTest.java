package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.util.Optional;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class FileSlipsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired FileSlips slips;
  @Autowired Related related;
  @Autowired Sheets sheets;
  @Autowired Reading reading;

  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    var thana = given.district().thana("उमर्दा");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-62")
  void a_paper_moved_to_another_file_leaves_a_slip_and_its_pages_stay_empty() {
    PaperId file = in.open(hm);
    PaperId other = in.open(hm);
    PaperId letter = in.letter(hm, file, 3);
    in.letter(hm, file, 2);
    slips.takeOut(hm.act(), file, 1, "भूल से रखा गया", Optional.of(other), "");

    var slip = related.of(file, hm.scope()).slips().getFirst();
    assertThat(slip.firstPage()).isEqualTo(1);
    assertThat(slip.lastPage()).isEqualTo(3);
    assertThat(slip.reason()).isEqualTo("भूल से रखा गया");
    assertThat(slip.to()).isEqualTo(in.number(other));
    assertThat(slip.toFile()).isEqualTo(other);
    assertThat(slip.by()).isEqualTo(hm.mark());
    assertThat(sheets.of(file, hm.scope()).letters().getFirst().from()).isEqualTo(4);
    assertThat(sheets.of(other, hm.scope()).letters())
        .extracting(Sheet.Letter::paper)
        .containsExactly(letter);
    assertThat(in.acts(file)).contains("files.paper_taken_out");
  }

  @Test
  @Holds("OP-62")
  void a_paper_given_away_lies_on_the_desk_and_the_slip_says_where_it_goes() {
    PaperId file = in.open(hm);
    PaperId letter = in.letter(hm, file, 1);
    slips.takeOut(
        hm.act(), file, 1, "मूल प्रति न्यायालय में", Optional.empty(), "न्यायालय पैरोकार");
    assertThat(reading.card(letter, hm.scope()).paper().heldBy(hm.post())).isTrue();
    assertThat(related.of(file, hm.scope()).slips().getFirst().to()).isEqualTo("न्यायालय पैरोकार");
  }

  @Test
  void without_reason_or_destination_or_paper_nothing_leaves() {
    PaperId file = in.open(hm);
    in.letter(hm, file, 1);
    refused(REASON_NEEDED, () -> slips.takeOut(hm.act(), file, 1, " ", Optional.empty(), "x"));
    refused(WHERE_TO, () -> slips.takeOut(hm.act(), file, 1, "कारण", Optional.empty(), ""));
    refused(NO_SUCH_PAPER, () -> slips.takeOut(hm.act(), file, 7, "कारण", Optional.empty(), "x"));
    in.send(hm, file, sho);
    refused(
        DeskRefusal.NOT_WITH_YOU,
        () -> slips.takeOut(hm.act(), file, 1, "कारण", Optional.empty(), "x"));
    assertThat(related.of(file, sho.scope()).slips()).isEmpty();
  }
}
