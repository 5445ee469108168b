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

  // What stands where else a count of images does.
  private static final int EXAMINE = 0;
  private static final int FAILED = -1;
  private static final int READ = -2;
  private static final int UNPACK = -3;

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
      case Task.Draw draw -> {
        out.writeByte(draw.targets().size());
        out.writeInt(draw.page());
        for (var target : draw.targets()) {
          out.writeInt(target.pixels());
          out.writeInt(target.bytes());
        }
      }
    }
    out.flush();
  }

  static Task readTask(DataInputStream in) throws IOException {
    Path file = Path.of(in.readUTF());
    Format format = Format.valueOf(in.readUTF());
    int count = in.readByte();
    if (count == EXAMINE) return new Task.Examine(file, format);
    if (count == READ) return new Task.Read(file);
    if (count == UNPACK) return new Task.Unpack(file, Path.of(in.readUTF()));
    int page = in.readInt();
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
      case Answer.Drawn(var images) -> {
        out.writeByte(images.size());
        for (byte[] image : images) {
          out.writeInt(image.length);
          out.write(image);
        }
      }
      case Answer.Sheets(var sheets) -> {
        out.writeByte(READ);
        TextWire.write(out, sheets);
      }
      case Answer.Unpacked(var letter) -> {
        out.writeByte(UNPACK);
        TextWire.write(out, letter);
      }
      case Answer.Failed(var fault) -> {
        out.writeByte(FAILED);
        out.writeByte(fault.ordinal());
      }
    }
    out.flush();
  }

  /// @throws IOException when the pipe ends or what comes is not an answer
  public static Answer readAnswer(DataInputStream in) throws IOException {
    int kind = in.readByte();
    if (kind == EXAMINE) return new Answer.Examined(bounded(in.readInt(), Integer.MAX_VALUE));
    if (kind == READ) return new Answer.Sheets(TextWire.readSheets(in));
    if (kind == UNPACK) return new Answer.Unpacked(TextWire.readLetter(in));
    if (kind == FAILED)
      return new Answer.Failed(Fault.values()[bounded(in.readByte(), Fault.values().length - 1)]);
    List<byte[]> images = new ArrayList<>();
    for (int i = bounded(kind, MOST_IMAGES); i > 0; i--) {
      byte[] image = new byte[bounded(in.readInt(), MOST_BYTES)];
      in.readFully(image);
      images.add(image);
    }
    return new Answer.Drawn(images);
  }

  static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) throw new IOException("decoder answered nonsense: " + value);
    return value;
  }
}
