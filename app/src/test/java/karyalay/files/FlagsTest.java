package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Movements;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class FlagsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Flags flags;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired FileParts parts;
  @Autowired FileSlips slips;
  @Autowired Movements movements;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-61")
  void a_flag_keeps_the_page_and_the_document_that_it_was_put_on() {
    PaperId file = in.open(hm);
    PaperId first = in.letter(hm, file, 3);
    PaperId second = in.letter(hm, file, 2);
    Flag flag = set(file, "", FlagTarget.PAGE, file, 4);

    assertThat(flag.label()).isEqualTo("A");
    assertThat(flag.cited()).isEqualTo(second).isNotEqualTo(first);
    assertThat(flag.citedPage()).isEqualTo(1);
    assertThat(flag.version()).isEqualTo(document(second));
    refused(NO_SUCH_PLACE, () -> set(file, "B", FlagTarget.PAGE, file, 6));

    slips.takeOut(hm.act(), file, 2, "कारण", java.util.Optional.empty(), "न्यायालय");
    assertThat(flags.isThere(flags.open(file, flag.id(), hm.scope()))).isFalse();
  }

  @Test
  @Holds("OP-61")
  void flags_sit_on_paragraphs_notes_and_other_files_too() {
    PaperId file = in.open(hm);
    notes.write(hm.act(), file, NewNote.plain("एक।\n\nदो।"));
    PaperId other = in.open(hm);
    notes.write(hm.act(), other, NewNote.plain("अन्य।"));

    assertThat(set(file, "B", FlagTarget.PARAGRAPH, file, 2).version())
        .isEqualTo(set(file, "C", FlagTarget.NOTE, file, 1).version())
        .hasSize(64);
    assertThat(set(file, "D", FlagTarget.FILE, other, 0).version()).isEqualTo("1/0");
    assertThat(set(file, "E", FlagTarget.PARAGRAPH, other, 1).paper()).isEqualTo(other);
    refused(NO_SUCH_PLACE, () -> set(file, "F", FlagTarget.PARAGRAPH, other, 2));
  }

  @Test
  @Holds("OP-61")
  void a_flag_that_moved_still_opens_for_older_notes_what_they_cited() {
    PaperId file = in.open(hm);
    in.letter(hm, file, 3);
    Flag first = set(file, "A", FlagTarget.PAGE, file, 1);
    notes.write(hm.act(), file, NewNote.plain("[A] के क्रम में।"));
    Flag second = set(file, "A", FlagTarget.PAGE, file, 2);
    notes.write(hm.act(), file, NewNote.plain("अब फ्लैग A देखें।"));

    var sheet = sheets.of(file, hm.scope());
    var references = sheet.references();
    assertThat(references.flags()).isEqualTo(flags.of(file));
    assertThat(references.meant("A", sheet.notes().getFirst().at()).orElseThrow().id())
        .isEqualTo(first.id());
    assertThat(references.meant("A", sheet.notes().getLast().at()).orElseThrow().id())
        .isEqualTo(second.id());
  }

  @Test
  @Holds("OP-61")
  void fresh_receipts_count_on_and_the_paper_under_consideration_is_one() {
    PaperId file = in.open(hm);
    in.letter(hm, file, 2);
    in.letter(hm, file, 2);
    assertThat(set(file, "FR", FlagTarget.PAGE, file, 1).label()).isEqualTo("FR");
    assertThat(set(file, "FR", FlagTarget.PAGE, file, 3).label()).isEqualTo("FR-I");
    assertThat(set(file, "fr", FlagTarget.PAGE, file, 3).label()).isEqualTo("FR-II");
    set(file, "PUC", FlagTarget.PAGE, file, 3);
    assertThat(sheets.of(file, hm.scope()).letters())
        .extracting(Sheet.Letter::underConsideration)
        .containsExactly(false, true);
    refused(PUC_IS_A_PAGE, () -> set(file, "PUC", FlagTarget.FILE, file, 0));
    refused(FLAG_MALFORMED, () -> set(file, "झंडा", FlagTarget.PAGE, file, 1));
  }

  @Test
  void only_the_holder_flags_and_only_what_he_may_read() {
    PaperId file = in.open(hm);
    PaperId hidden = in.open(district.thana("हसेरन").hm());
    refused(SharedRefusal.NOT_FOUND, () -> set(file, "A", FlagTarget.FILE, hidden, 0));
    refused(FLAG_NOT_SET, () -> flags.lift(hm.act(), file, "A"));
    in.send(hm, file, sho);
    refused(DeskRefusal.NOT_WITH_YOU, () -> set(file, "A", FlagTarget.FILE, file, 0));
  }

  @Test
  void a_flag_on_a_file_opens_for_readers_of_both_alone() {
    PaperId file = in.open(hm);
    PaperId other = in.open(hm);
    Flag flag = set(file, "A", FlagTarget.FILE, other, 0);
    movements.grant(hm.act(), file, district.reader.post());
    assertThat(flags.of(file)).hasSize(1);
    refused(SharedRefusal.NOT_FOUND, () -> flags.open(file, flag.id(), district.reader.scope()));
    refused(SharedRefusal.NOT_FOUND, () -> flags.open(other, flag.id(), hm.scope()));
  }

  @Test
  void pages_of_an_older_volume_are_flagged_from_the_new_one() {
    PaperId first = in.open(hm);
    PaperId letter = in.letter(hm, first, 160);
    notes.write(hm.act(), first, NewNote.plain("एक।"));
    PaperId second = parts.openVolume(hm.act(), first);
    assertThat(set(second, "A", FlagTarget.PAGE, second, 12).cited()).isEqualTo(letter);
    set(second, "B", FlagTarget.PARAGRAPH, second, 1);
  }

  private Flag set(PaperId file, String label, FlagTarget target, PaperId on, int place) {
    UUID id = flags.set(hm.act(), file, new Flags.Wanted(label, target, on, place));
    return flags.open(file, id, hm.scope());
  }

  private String document(PaperId letter) {
    return db.sql(
            "SELECT document FROM desk.attachment a JOIN desk.paper p ON p.content = a.content WHERE p.id = ?")
        .param(letter.value())
        .query(String.class)
        .single();
  }
}
