package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.NO_WORKBOOK;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import karyalay.documents.Blobs.Incoming;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Sheet;
import karyalay.documents.decoder.Task;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;

/// Reads tables that somebody sends: opened in a decoder, and not kept.
@Service
public class Workbooks {
  private final Blobs blobs;
  private final Decoders decoders;
  private final DocumentSettings settings;

  Workbooks(Blobs blobs, Decoders decoders, DocumentSettings settings) {
    this.blobs = blobs;
    this.decoders = decoders;
    this.settings = settings;
  }

  /// What was read.
  ///
  /// @param sha256 hash of the file: the same file sent again is known by it
  /// @param sheets one for each, in their order
  public record Read(byte[] sha256, List<Table> sheets) {}

  /// One sheet, as words.
  ///
  /// @param hidden whether whoever opened the workbook did not see it
  public record Table(String name, boolean hidden, List<Line> lines) {}

  /// One row that has something in it.
  ///
  /// @param number as the sheet counts, from 1
  /// @param cells from the first column on; days are `2026-10-13`
  public record Line(int number, List<String> cells) {}

  /// @param in read to its end, not closed
  /// @param most bytes
  /// @throws Refused `NO_WORKBOOK` for what is no XLSX; {@link DocumentsRefusal} else
  public Read read(InputStream in, long most) {
    Incoming incoming = blobs.take(in, most);
    try {
      requireWorkbook(incoming.first());
      return switch (decoders.call(new Task.Read(incoming.file()))) {
        case Answer.Sheets(var sheets) ->
            new Read(incoming.sha256(), sheets.stream().map(Workbooks::table).toList());
        case Answer.Failed(var fault) -> throw refused(DocumentsRefusal.of(fault, settings));
        case Answer.Examined _, Answer.Drawn _, Answer.Cleaned _, Answer.Unpacked _ ->
            throw new IllegalStateException("decoder answered another question");
      };
    } finally {
      blobs.drop(incoming);
    }
  }

  private static Table table(Sheet sheet) {
    return new Table(
        sheet.name(),
        sheet.hidden(),
        sheet.rows().stream().map(row -> new Line(row.line(), row.cells())).toList());
  }

  /// An archive that holds no workbook is most likely one of another program.
  private static Refused refused(Refused why) {
    return why.reason() == DocumentsRefusal.TYPE_NOT_TAKEN
        ? new Refused(NO_WORKBOOK, "ODS, ZIP, DOCX")
        : why;
  }

  private static void requireWorkbook(byte[] first) {
    String hex = HexFormat.of().formatHex(first, 0, Math.min(8, first.length));
    if (hex.startsWith("504b0304")) {
      if (new String(first, StandardCharsets.ISO_8859_1).contains("opendocument"))
        throw new Refused(NO_WORKBOOK, "ODS");
      return;
    }
    throw new Refused(NO_WORKBOOK, hex.startsWith("d0cf11e0a1b11ae1") ? "XLS" : "CSV, TXT");
  }
}
