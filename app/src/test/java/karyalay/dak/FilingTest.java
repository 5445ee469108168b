package karyalay.dak;

import static karyalay.dak.Arrivals.refused;
import static karyalay.dak.DakRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Reading;
import karyalay.desk.Urgency;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.files.Notes;
import karyalay.files.Parkings;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class FilingTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Filing filing;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Parkings parkings;
  @Autowired Reading desk;

  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    Given.Thana thana = given.district().thana("कुसुमखोर");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-28")
  void a_receipt_in_a_file_moves_only_with_the_file() {
    PaperId file = openFile(hm, "भूमि-1/2026");
    PaperId receipt = arrivals.diarise(hm, Writing.petition());
    refused(NO_SUCH_FILE, () -> filing.put(hm.act(), receipt, "नहीं-है"));
    filing.put(hm.act(), receipt, "भूमि-1/2026");
    assertThat(desk.card(receipt, hm.scope()).paper().root()).isEqualTo(file);
    refused(DeskRefusal.INSIDE_ANOTHER, () -> arrivals.send(hm, receipt, sho.post()));
  }

  @Test
  void neither_a_closed_cover_nor_a_file_of_another_desk_will_do() {
    openFile(sho, "अपराध-2/2026");
    PaperId receipt = arrivals.diarise(hm, Writing.petition());
    refused(NO_SUCH_FILE, () -> filing.put(hm.act(), receipt, "अपराध-2/2026"));
    openFile(hm, "लिफाफा-3/2026");
    PaperId cover = arrivals.diarise(hm, Writing.cover());
    refused(OPEN_COVER_FIRST, () -> filing.put(hm.act(), cover, "लिफाफा-3/2026"));
  }

  @Test
  @Holds("OP-59")
  void a_note_that_copies_the_gist_of_a_petition_is_warned_about() {
    PaperId file = openFile(hm, "भूमि-4/2026");
    String gist =
        "प्रार्थी ने बताया कि विपक्षी ने खेत की मेड़ तोड़कर पाँच डिसमिल भूमि पर कब्जा कर लिया और मना करने पर"
            + " गाली गलौज कर जान से मारने की धमकी दी; पैमाइश की माँग";
    PaperId receipt = arrivals.diarise(hm, Writing.petition().with(one -> one.gist = gist));
    filing.put(hm.act(), receipt, "भूमि-4/2026");
    assertThat(notes.keepDraft(hm.act(), file, "", "निवेदन है कि " + gist).repeats()).isTrue();
    assertThat(
            notes
                .keepDraft(hm.act(), file, "", "पृष्ठ 1 पर प्रार्थना पत्र देखें। ".repeat(9))
                .repeats())
        .isFalse();
  }

  @Test
  @Holds("OP-42")
  void a_file_that_waits_for_a_letter_lies_on_the_desk_again_once_it_comes() {
    PaperId file = openFile(hm, "भूमि-5/2026");
    parkings.park(hm.act(), file, null, true, "परिक्षेत्र के उत्तर की प्रतीक्षा");
    filing.put(hm.act(), arrivals.diarise(hm, Writing.letter()), "भूमि-5/2026");
    assertThat(desk.card(file, hm.scope()).paper().place().code()).isEqualTo("DESK");
  }

  private PaperId openFile(Seat by, String number) {
    return files.open(
        by.act(),
        new NewFile(
            "भूमि विवाद की पत्रावली",
            List.of(),
            number,
            "",
            "hi",
            "",
            "",
            Classification.NORMAL,
            Urgency.ORDINARY,
            true),
        null);
  }
}
