package karyalay.documents.decoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/// The child process: reads tasks, writes answers, ends when its parent does. The file of the last
/// task stays open, since the next page asked for is mostly of the same.
public final class Decoder {
  private final Limits limits;
  private @Nullable Task last;
  private @Nullable Source open;

  private Decoder(Limits limits) {
    this.limits = limits;
  }

  static void main(String[] arguments) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(System.in));
    var out = new DataOutputStream(new BufferedOutputStream(System.out));
    // Libraries may print; the pipe carries answers only.
    System.setOut(System.err);
    LogManager.getLogManager().reset();
    var decoder = new Decoder(Limits.of(arguments));
    try {
      while (true) Wire.write(out, decoder.answer(Wire.readTask(in)));
    } catch (EOFException e) {
      decoder.close();
    }
  }

  // Strangers' bytes make libraries throw anything, which here means one thing: the file is broken.
  // Memory that runs out is not caught: it ends the process, and the parent knows.
  @SuppressWarnings("StackOverflowError")
  private Answer answer(Task task) throws IOException {
    try {
      return work(task);
    } catch (Unreadable e) {
      close();
      return new Answer.Failed(e.fault());
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      close();
      return new Answer.Failed(Fault.BROKEN);
    }
  }

  private Answer work(Task task) throws IOException, Unreadable {
    return switch (task) {
      case Task.Examine _ -> new Answer.Examined(open(task).examine());
      case Task.Draw draw -> draw(open(task), draw);
      case Task.Assemble assemble -> new Answer.Examined(Assembly.write(assemble, limits));
      case Task.Clean clean ->
          Cleaning.of(open(task).draw(clean.page(), Cleaning.POINTS), clean);
      case Task.Read(var file) -> new Answer.Sheets(Workbook.read(file, limits));
      case Task.Unpack(var file, var folder) ->
          new Answer.Unpacked(MailMessage.unpack(file, folder));
    };
  }

  private static Answer draw(Source source, Task.Draw draw) throws IOException, Unreadable {
    int most = draw.targets().stream().mapToInt(Task.Target::pixels).max().orElseThrow();
    var picture = Picture.of(source.draw(draw.page(), most));
    List<byte[]> images = new ArrayList<>();
    for (var target : draw.targets())
      images.add(picture.within(target.pixels()).jpeg(target.bytes()));
    return new Answer.Drawn(images, picture.ink());
  }

  private Source open(Task task) throws IOException, Unreadable {
    Source source = open;
    boolean same =
        last != null && last.file().equals(task.file()) && last.format() == task.format();
    if (source != null && same) return source;
    close();
    source = Source.open(task.file(), task.format(), limits);
    open = source;
    last = task;
    return source;
  }

  private void close() throws IOException {
    Source source = open;
    open = null;
    if (source != null) source.close();
  }
}
