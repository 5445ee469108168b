package karyalay.documents.decoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How tasks and answers go through the pipe between the program and its decoder. What is read here
/// comes from a process that has handled strangers' bytes, so every length is bounded.
public final class Wire {
  private static final int MOST_IMAGES = 8;
  private static final int MOST_CORNERS = 8;
  private static final byte FAILED = -1;
  private static final byte CLEAN = -3;
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_INK = 100_000;
  private static final int ASSEMBLE = -2;

  // What stands where else a count of images does.
  private static final int EXAMINE = 0;
  private static final int READ = -4;
  private static final int UNPACK = -5;

  private Wire() {}

  public static void write(DataOutputStream out, Task task) throws IOException {
    out.writeUTF(task.file().toString());
    out.writeUTF(task.format().name());
    switch (task) {
      case Task.Examine _ -> out.writeByte(EXAMINE);
      case Task.Read _ -> out.writeByte(READ);
      case Task.Unpack(var _, var folder) -> {
        out.writeByte(UNPACK);
        out.writeUTF(folder.toString());
      }
      case Task.Clean clean -> {
        out.writeByte(CLEAN);
        out.writeInt(clean.page());
        out.writeByte(clean.look().ordinal());
        out.writeInt(clean.quarters());
        out.writeInt(clean.bytes());
      }
      case Task.Draw draw -> {
        out.writeByte(draw.targets().size());
        out.writeInt(draw.page());
        for (var target : draw.targets()) {
          out.writeInt(target.pixels());
          out.writeInt(target.bytes());
        }
      }
      case Task.Assemble assemble -> {
        out.writeByte(ASSEMBLE);
        out.writeInt(assemble.pieces().size());
        for (var piece : assemble.pieces()) write(out, piece);
      }
    }
    out.flush();
  }

  private static void write(DataOutputStream out, Task.Piece piece) throws IOException {
    out.writeUTF(piece.file().toString());
    out.writeUTF(piece.format().name());
    out.writeInt(piece.page());
    out.writeInt(piece.turn());
  }

  private static Task.Piece readPiece(DataInputStream in) throws IOException {
    return new Task.Piece(
        Path.of(in.readUTF()), Format.valueOf(in.readUTF()), in.readInt(), in.readInt());
  }

  static Task readTask(DataInputStream in) throws IOException {
    Path file = Path.of(in.readUTF());
    Format format = Format.valueOf(in.readUTF());
    int count = in.readByte();
    if (count == EXAMINE) return new Task.Examine(file, format);
    if (count == READ) return new Task.Read(file);
    if (count == UNPACK) return new Task.Unpack(file, Path.of(in.readUTF()));
    if (count == ASSEMBLE) {
      List<Task.Piece> pieces = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) pieces.add(readPiece(in));
      return new Task.Assemble(file, pieces);
    }
    int page = in.readInt();
    if (count == CLEAN)
      return new Task.Clean(
          file, format, page, Look.values()[in.readByte()], in.readInt(), in.readInt());
    List<Task.Target> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) targets.add(new Task.Target(in.readInt(), in.readInt()));
    return new Task.Draw(file, format, page, targets);
  }

  static void write(DataOutputStream out, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Examined(int pages) -> {
        out.writeByte(EXAMINE);
        out.writeInt(pages);
      }
      case Answer.Drawn(var images, int ink) -> {
        out.writeByte(images.size());
        for (byte[] image : images) write(out, image);
        out.writeInt(ink);
      }
      case Answer.Sheets(var sheets) -> {
        out.writeByte(READ);
        TextWire.write(out, sheets);
      }
      case Answer.Unpacked(var letter) -> {
        out.writeByte(UNPACK);
        TextWire.write(out, letter);
      }
      case Answer.Cleaned cleaned -> write(out, cleaned);
      case Answer.Failed(var fault) -> {
        out.writeByte(FAILED);
        out.writeByte(fault.ordinal());
      }
    }
    out.flush();
  }

  private static void write(DataOutputStream out, Answer.Cleaned cleaned) throws IOException {
    out.writeByte(CLEAN);
    write(out, cleaned.image());
    out.writeBoolean(cleaned.blank());
    out.writeBoolean(cleaned.written());
    out.writeByte(cleaned.corners().size());
    for (double corner : cleaned.corners()) out.writeDouble(corner);
    out.writeDouble(cleaned.angle());
    write(out, cleaned.likeness());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// @throws IOException when the pipe ends or what comes is not an answer
  public static Answer readAnswer(DataInputStream in) throws IOException {
    int kind = in.readByte();
    if (kind == EXAMINE) return new Answer.Examined(bounded(in.readInt(), Integer.MAX_VALUE));
    if (kind == READ) return new Answer.Sheets(TextWire.readSheets(in));
    if (kind == UNPACK) return new Answer.Unpacked(TextWire.readLetter(in));
    if (kind == CLEAN) return readCleaned(in);
    if (kind == FAILED)
      return new Answer.Failed(Fault.values()[bounded(in.readByte(), Fault.values().length - 1)]);
    List<byte[]> images = new ArrayList<>();
    for (int i = bounded(kind, MOST_IMAGES); i > 0; i--) images.add(readBytes(in));
    return new Answer.Drawn(images, bounded(in.readInt(), MOST_INK));
  }

  private static Answer readCleaned(DataInputStream in) throws IOException {
    byte[] image = readBytes(in);
    boolean blank = in.readBoolean();
    boolean written = in.readBoolean();
    List<Double> corners = new ArrayList<>();
    for (int i = bounded(in.readByte(), MOST_CORNERS); i > 0; i--) corners.add(in.readDouble());
    return new Answer.Cleaned(image, blank, written, corners, in.readDouble(), readBytes(in));
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[bounded(in.readInt(), MOST_BYTES)];
    in.readFully(bytes);
    return bytes;
  }

  static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) throw new IOException("decoder answered nonsense: " + value);
    return value;
  }
}
