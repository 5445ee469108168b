package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacySheetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "05-11-2019",
        "5.11.19",
        "05/11/2019",
        "2019-11-05",
        "०५-११-२०१९",
        " 5 . 11 . 2019 "
      })
  void dates_are_read_as_clerks_write_them(String typed) {
    assertThat(LegacyDate.of(typed)).isEqualTo(LocalDate.of(2019, 11, 5));
  }

  @Test
  void two_digits_mean_this_century_or_the_last() {
    assertThat(LegacyDate.of("1.1.98")).isEqualTo(LocalDate.of(1998, 1, 1));
    assertThat(LegacyDate.of("1.1.69")).isEqualTo(LocalDate.of(2069, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31-02-2019", "2019", "नवम्बर 2019", "05-11-019", "45231"})
  void what_is_no_date_is_refused(String typed) {
    refused(DATE_NOT_READ, () -> LegacyDate.of(typed));
  }

  @Test
  void cells_in_quotation_marks_hold_commas_quotation_marks_and_line_ends() {
    var lines =
        LegacySheet.lines(
            """
            पुरानी सं0,विषय,खुलने की तिथि
            12/98,"मेड़, नाली और ""रास्ता""
            दूसरी पंक्ति",05-11-1998

            १३/९८,सादा,०६-११-१९९८
            """);
    assertThat(lines).extracting(LegacySheet.Line::line).containsExactly(2, 5);
    assertThat(lines.getFirst().cell(1)).isEqualTo("मेड़, नाली और \"रास्ता\"\nदूसरी पंक्ति");
    assertThat(LegacySheet.file(lines.getLast()).openedOn()).isEqualTo(LocalDate.of(1998, 11, 6));
  }

  @Test
  void tabs_and_semicolons_part_cells_too() {
    assertThat(LegacySheet.lines("1/98\tविषय, एक\t1.1.98").getFirst().cell(1))
        .isEqualTo("विषय, एक");
    assertThat(LegacySheet.lines("1/98;विषय;1.1.98").getFirst().cells()).hasSize(3);
    assertThat(LegacySheet.lines("\ufeff1/98,विषय,1.1.98\r\n").getFirst().cell(0))
        .isEqualTo("1/98");
  }

  @Test
  void an_empty_an_endless_and_an_unreadable_sheet_are_refused() {
    refused(NO_ROWS, () -> LegacySheet.lines(" \n ,,\n"));
    refused(NO_ROWS, () -> LegacySheet.lines("पुरानी सं0,विषय,तिथि\n"));
    refused(TOO_MANY_ROWS, () -> LegacySheet.lines("1,x,1.1.98\n".repeat(LegacySheet.MOST + 1)));
    refused(NOT_UNICODE, () -> LegacySheet.text("विषय".getBytes(StandardCharsets.UTF_16)));
    assertThat(LegacySheet.text("विषय".getBytes(StandardCharsets.UTF_8))).isEqualTo("विषय");
    refused(
        TOO_MANY_CELLS, () -> LegacySheet.file(LegacySheet.lines("1,a,1.1.98,b,c,d,e").getFirst()));
  }
}
