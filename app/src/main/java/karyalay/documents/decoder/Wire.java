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
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_INK = 100_000;
  private static final int ASSEMBLE = -2;

  private Wire() {}

  public static void write(DataOutputStream out, Task task) throws IOException {
    out.writeUTF(task.file().toString());
    out.writeUTF(task.format().name());
    switch (task) {
      case Task.Examine _ -> out.writeByte(0);
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
    if (count == 0) return new Task.Examine(file, format);
    if (count == ASSEMBLE) {
      List<Task.Piece> pieces = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) pieces.add(readPiece(in));
      return new Task.Assemble(file, pieces);
    }
    int page = in.readInt();
    List<Task.Target> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) targets.add(new Task.Target(in.readInt(), in.readInt()));
    return new Task.Draw(file, format, page, targets);
  }

  static void write(DataOutputStream out, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Examined(int pages) -> {
        out.writeByte(0);
        out.writeInt(pages);
      }
      case Answer.Drawn(var images, int ink) -> {
        out.writeByte(images.size());
        for (byte[] image : images) {
          out.writeInt(image.length);
          out.write(image);
        }
        out.writeInt(ink);
      }
      case Answer.Failed(var fault) -> {
        out.writeByte(-1);
        out.writeByte(fault.ordinal());
      }
    }
    out.flush();
  }

  /// @throws IOException when the pipe ends or what comes is not an answer
  public static Answer readAnswer(DataInputStream in) throws IOException {
    int kind = in.readByte();
    if (kind == 0) return new Answer.Examined(bounded(in.readInt(), Integer.MAX_VALUE));
    if (kind == -1)
      return new Answer.Failed(Fault.values()[bounded(in.readByte(), Fault.values().length - 1)]);
    List<byte[]> images = new ArrayList<>();
    for (int i = bounded(kind, MOST_IMAGES); i > 0; i--) {
      byte[] image = new byte[bounded(in.readInt(), MOST_BYTES)];
      in.readFully(image);
      images.add(image);
    }
    return new Answer.Drawn(images, bounded(in.readInt(), MOST_INK));
  }

  private static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) throw new IOException("decoder answered nonsense: " + value);
    return value;
  }
}
