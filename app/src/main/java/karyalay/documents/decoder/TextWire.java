package karyalay.documents.decoder;

import static karyalay.documents.decoder.Wire.bounded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import karyalay.documents.decoder.Letter.Left;

/// How words go through the pipe: tables and e-mails. Every length is bounded, as in {@link Wire}.
final class TextWire {
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_CELLS = 1 << 10;

  private TextWire() {}

  static void write(DataOutputStream out, List<Sheet> sheets) throws IOException {
    out.writeInt(sheets.size());
    for (Sheet sheet : sheets) {
      write(out, sheet.name());
      out.writeBoolean(sheet.hidden());
      out.writeInt(sheet.rows().size());
      for (Sheet.Row row : sheet.rows()) {
        out.writeInt(row.line());
        writeAll(out, row.cells());
      }
    }
  }

  static List<Sheet> readSheets(DataInputStream in) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = bounded(in.readInt(), MOST_CELLS); i > 0; i--) {
      String name = read(in);
      boolean hidden = in.readBoolean();
      List<Sheet.Row> rows = new ArrayList<>();
      for (int n = bounded(in.readInt(), MOST_ROWS); n > 0; n--)
        rows.add(new Sheet.Row(bounded(in.readInt(), Integer.MAX_VALUE), readAll(in)));
      sheets.add(new Sheet(name, hidden, rows));
    }
    return sheets;
  }

  static void write(DataOutputStream out, Letter letter) throws IOException {
    for (String text :
        List.of(
            letter.messageId(),
            letter.fromName(),
            letter.fromAddress(),
            letter.to(),
            letter.subject(),
            letter.sent(),
            letter.text())) write(out, text);
    writeAll(out, letter.answers());
    out.writeBoolean(letter.cut());
    out.writeBoolean(letter.damaged());
    out.writeInt(letter.parts().size());
    for (Letter.Part part : letter.parts()) {
      write(out, part.name());
      write(out, part.type());
      write(out, part.file());
      out.writeLong(part.bytes());
      out.writeBoolean(part.inline());
      out.writeByte(part.left().ordinal());
    }
  }

  static Letter readLetter(DataInputStream in) throws IOException {
    String id = read(in);
    String name = read(in);
    String address = read(in);
    String to = read(in);
    String subject = read(in);
    String sent = read(in);
    String text = read(in);
    List<String> answers = readAll(in);
    boolean cut = in.readBoolean();
    boolean damaged = in.readBoolean();
    List<Letter.Part> parts = new ArrayList<>();
    for (int i = bounded(in.readInt(), MOST_CELLS); i > 0; i--)
      parts.add(
          new Letter.Part(
              read(in),
              read(in),
              read(in),
              in.readLong(),
              in.readBoolean(),
              Left.values()[bounded(in.readByte(), Left.values().length - 1)]));
    return new Letter(id, name, address, to, subject, sent, answers, text, cut, damaged, parts);
  }

  private static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) write(out, text);
  }

  private static List<String> readAll(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = bounded(in.readInt(), MOST_CELLS); i > 0; i--) texts.add(read(in));
    return texts;
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[bounded(in.readInt(), MOST_BYTES)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
