package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import karyalay.documents.SampleFiles;
import karyalay.documents.SampleSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks as they come, and as somebody makes them who means ill.
class WorkbookTest {
  private static final Limits LIMITS = new Limits(100, 1_000_000, 50 << 20);

  @TempDir Path folder;

  private List<Sheet> read(byte[] bytes) throws IOException, Unreadable {
    return Workbook.read(Files.write(Files.createTempFile(folder, "", ""), bytes), LIMITS);
  }

  private List<List<String>> cells(String xml) throws IOException, Unreadable {
    return read(new SampleSheets().sheet("a", xml, false).bytes()).getFirst().rows().stream()
        .map(Sheet.Row::cells)
        .toList();
  }

  @Test
  void words_stand_where_they_stood_and_their_pronunciation_is_left_out()
      throws IOException, Unreadable {
    var sheets =
        read(
            new SampleSheets()
                .rows("सूची", new String[] {"क", "", "ग & घ"}, new String[0])
                .bytes());
    assertThat(sheets).hasSize(1);
    assertThat(sheets.getFirst().name()).isEqualTo("सूची");
    assertThat(sheets.getFirst().rows())
        .containsExactly(new Sheet.Row(1, List.of("क", "", "ग & घ")));
  }

  @Test
  void a_number_shown_as_a_day_is_a_day_and_an_amount_is_none() throws IOException, Unreadable {
    assertThat(
            cells(
                """
                <sheetData><row r="1">
                  <c r="A1" s="1"><v>46308</v></c><c r="B1" s="2"><v>46308.75</v></c>
                  <c r="C1" s="3"><v>46308</v></c><c r="D1"><v>9.00000001E8</v></c>
                  <c r="E1" s="1"><v>59</v></c><c r="F1" t="d"><v>2026-10-13T00:00:00</v></c>
                  <c r="G1"><v>1E-400</v></c></row></sheetData>
                """))
        .containsExactly(
            List.of(
                "2026-10-13",
                "2026-10-13",
                "46308",
                "900000001",
                "1900-02-28",
                "2026-10-13",
                "1E-400"));
  }

  @Test
  void of_a_formula_what_was_reckoned_counts_and_an_error_is_nothing()
      throws IOException, Unreadable {
    assertThat(
            cells(
                """
                <sheetData><row><c><f>A2&amp;B2</f><v></v></c><c t="str"><f>A2</f><v>रमेश_x0020_</v></c>
                <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c>
                <c t="inlineStr"><is><t>स्व</t><r><t>यं</t></r></is></c></row></sheetData>
                """))
        .containsExactly(List.of("", "रमेश", "", "TRUE", "स्वयं"));
  }

  @Test
  void a_cell_merged_downwards_holds_for_each_row_and_one_merged_across_for_its_first_column()
      throws IOException, Unreadable {
    assertThat(
            cells(
                """
                <sheetData>
                <row r="1"><c r="A1" t="str"><v>शीर्षक</v></c></row>
                <row r="2"><c r="A2" t="str"><v>सौरिख</v></c><c r="B2" t="str"><v>एक</v></c></row>
                <row r="3"><c r="B3" t="str"><v>दो</v></c></row>
                <row r="4"><c r="B4" t="str"><v>तीन</v></c></row>
                </sheetData>
                <mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="bad"/></mergeCells>
                """))
        .containsExactly(
            List.of("शीर्षक"), List.of("सौरिख", "एक"), List.of("सौरिख", "दो"), List.of("", "तीन"));
  }

  @Test
  void a_hidden_sheet_says_so() throws IOException, Unreadable {
    var sheets =
        read(
            new SampleSheets()
                .rows("a", new String[] {"1"})
                .sheet("b", "<sheetData/>", true)
                .bytes());
    assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true);
  }

  @Test
  void a_table_wider_than_any_register_is_refused() {
    refused(
        Fault.TOO_MANY_CELLS,
        new SampleSheets()
            .sheet(
                "a", "<sheetData><row><c r=\"ZZ1\" t=\"str\"><v>x</v></c></row></sheetData>", false)
            .bytes());
  }

  @Test
  void what_is_no_workbook_or_broken_or_a_bomb_is_refused() throws IOException {
    refused(Fault.NOT_TAKEN, SampleFiles.zip(Map.of("a", new byte[] {1})));
    refused(Fault.BROKEN, new SampleSheets().sheet("a", "<sheetData><row>", false).bytes());
    byte[] whole = new SampleSheets().rows("a", new String[] {"1"}).bytes();
    refused(Fault.CUT_OFF, java.util.Arrays.copyOf(whole, whole.length / 2));
    var zeros = new SampleSheets().sheet("a", "<sheetData/>" + " ".repeat(60 << 20), false).bytes();
    refused(Fault.BOMB, zeros);
  }

  @Test
  void an_entity_of_the_file_s_own_is_not_read() {
    String evil = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    byte[] bytes =
        SampleFiles.zip(
            Map.of(
                "[Content_Types].xml",
                new byte[] {'<', 'a', '/', '>'},
                "xl/workbook.xml",
                (evil + "<workbook><sheets><sheet name=\"&x;\" id=\"s\"/></sheets></workbook>")
                    .getBytes(StandardCharsets.UTF_8)));
    refused(Fault.BROKEN, bytes);
  }

  private void refused(Fault fault, byte[] bytes) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> read(bytes))
        .extracting(Unreadable::fault)
        .isEqualTo(fault);
  }
}
