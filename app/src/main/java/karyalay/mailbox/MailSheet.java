package karyalay.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import karyalay.rendering.Block;
import karyalay.rendering.Furniture;
import karyalay.rendering.Manner;
import karyalay.rendering.PageFormat;
import karyalay.rendering.Print;
import karyalay.rendering.Rendered;
import karyalay.rendering.Rendering;
import karyalay.rendering.Run;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;

/// An e-mail's own words as a page, so that it lies before its enclosures as a covering letter
/// does.
///
/// @param pages how many it has
record MailSheet(byte[] pdf, int pages) {
  private static final int MOST_LINES = 2_000;

  static MailSheet of(Mail mail) {
    var out = new ByteArrayOutputStream();
    var print =
        new Print(mail.subject(), Language.HI, PageFormat.A4, Furniture.NUMBERED, blocks(mail));
    try {
      Rendered rendered = Rendering.write(print, out);
      return new MailSheet(out.toByteArray(), rendered.pages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Block> blocks(Mail mail) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of(1, mail.subject().isBlank() ? "(विषय नहीं)" : mail.subject()));
    blocks.add(line("प्रेषक / From", mail.fromName() + " <" + mail.fromAddress() + ">"));
    blocks.add(line("प्रति / To", mail.recipients()));
    blocks.add(
        line(
            "प्राप्त / Received",
            mail.arrived().atZone(OfficeTime.ZONE).toLocalDateTime().withNano(0).toString()));
    blocks.add(new Block.Rule(0.5));
    mail.words()
        .lines()
        .limit(MOST_LINES)
        .filter(line -> !line.isBlank())
        .forEach(line -> blocks.add(Block.Paragraph.of(line)));
    return blocks;
  }

  private static Block line(String label, String value) {
    return Block.Paragraph.of(
        Manner.PLAIN.after(2), Run.bold(label + ": "), Run.of(value.isBlank() ? "–" : value));
  }
}
