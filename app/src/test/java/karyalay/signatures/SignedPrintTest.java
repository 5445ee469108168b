package karyalay.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Furniture;
import karyalay.rendering.PageFormat;
import karyalay.rendering.Print;
import karyalay.rendering.Rendered;
import karyalay.rendering.Rendering;
import karyalay.rendering.Run;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A letter of our own renderer, signed: what made it fit for an archive is still so.
@KaryalayTest
class SignedPrintTest {
  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Validation validation;
  @Autowired OfficeTime time;

  @Test
  @Holds({"OP-72", "OP-75"})
  void a_signed_letter_is_still_pdf_a_2u_and_its_field_lies_over_the_drawn_block()
      throws IOException {
    Seat sp = given.district().sp;
    signers.registered(sp);
    var out = new ByteArrayOutputStream();
    Rendered rendered = Rendering.write(letter(), out);
    assertThat(Pdfs.archiveFaults(out.toByteArray())).isEmpty();
    Rendered.Place place = rendered.place("s").orElseThrow();
    var spot =
        new ToSign.Spot(
            place.page(),
            (float) place.x(),
            (float) place.y(),
            (float) place.width(),
            (float) place.height());
    var item = new ToSign(out.toByteArray(), "letter/1", "अनुमोदित", time.now(), spot);
    byte[] signed;
    try (Unlocked key = signers.unlocked(sp)) {
      signed = signers.sign(sp.act(), key, List.of(item)).getFirst().pdf();
    }
    assertThat(Pdfs.archiveFaults(signed)).isEmpty();
    assertThat(validation.check(signed).valid()).isTrue();
    assertThat(Pdfs.text(signed)).isEqualTo(Pdfs.text(out.toByteArray()));
  }

  static Print letter() {
    List<Block> blocks =
        List.of(
            Block.Heading.centred(3, "कार्यालय पुलिस अधीक्षक, कन्नौज"),
            Block.Sides.of("पत्रांक: 12/2026", "दिनांक: 25-11-2026"),
            Block.Paragraph.of("कृपया प्रार्थना पत्र की जाँच कर आख्या सात दिवस में उपलब्ध कराएँ।"),
            new Block.SignaturePlace(
                "s", List.of(Run.line("पुलिस अधीक्षक")), 180, 70, Align.END, true));
    return new Print("पत्र", Language.HI, PageFormat.A4, Furniture.NUMBERED, blocks);
  }
}
