package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import karyalay.documents.decoder.Letter.Left;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E-mails as the world writes them: nothing is refused for being written badly.
class MailMessageTest {
  @TempDir Path folder;

  private Letter read(byte[] bytes) throws IOException {
    Path parts = Files.createTempDirectory(folder, "parts");
    return MailMessage.unpack(Files.write(Files.createTempFile(folder, "", ""), bytes), parts);
  }

  private Letter read(String mail) throws IOException {
    return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_subject_in_pieces_that_cut_a_letter_in_two_is_put_together() throws IOException {
    byte[] hindi = "लंबित विवेचना".getBytes(StandardCharsets.UTF_8);
    String one = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(hindi, 0, 10));
    String two =
        Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(hindi, 10, hindi.length));
    Letter letter =
        read(
            "Subject: =?UTF-8?B?"
                + one
                + "?=\n =?utf-8?b?"
                + two
                + "?= No. 5 =?UTF-8?Q?=E0=A4=95_=E0=A4=96?=\n\nपाठ");
    assertThat(letter.subject()).isEqualTo("लंबित विवेचना No. 5 क ख");
    assertThat(letter.text()).isEqualTo("पाठ");
  }

  @Test
  void headers_of_eight_bits_are_read_as_what_they_are() throws IOException {
    Letter letter =
        read(
            "From: जिलाधिकारी कन्नौज <dm@example.in>\nSubject: आख्या प्रेषण\nMessage-ID: <a@b>\n\nx");
    assertThat(letter.subject()).isEqualTo("आख्या प्रेषण");
    assertThat(letter.fromName()).isEqualTo("जिलाधिकारी कन्नौज");
    assertThat(letter.fromAddress()).isEqualTo("dm@example.in");
    assertThat(letter.messageId()).isEqualTo("<a@b>");
  }

  @Test
  void text_is_read_whatever_charset_it_claims_or_does_not() throws IOException {
    for (String charset :
        new String[] {
          "",
          "; charset=us-ascii",
          "; charset=\"x-no-such\"",
          "; charset=iso-8859-1",
          "; charset=utf8"
        })
      assertThat(
              read("Content-Type: text/plain"
                      + charset
                      + "\nContent-Transfer-Encoding: 8bit\n\nनमस्कार")
                  .text())
          .as(charset)
          .isEqualTo("नमस्कार");
    var bytes = new ByteArrayOutputStream();
    bytes.write(
        "Content-Type: text/plain; charset=utf-8\r\n\r\nPrice "
            .getBytes(StandardCharsets.US_ASCII));
    bytes.write(0x93);
    bytes.write("x".getBytes(StandardCharsets.US_ASCII));
    assertThat(read(bytes.toByteArray()).text()).startsWith("Price ").endsWith("x");
  }

  @Test
  void without_sender_date_and_subject_it_is_an_e_mail_all_the_same() throws IOException {
    Letter letter = read("X: y\n\nशरीर");
    assertThat(letter.fromName() + letter.fromAddress() + letter.subject() + letter.sent())
        .isEmpty();
    assertThat(letter.text()).isEqualTo("शरीर");
  }

  @Test
  void of_html_the_words_are_read_and_its_script_is_not() throws IOException {
    Letter letter =
        read(
            "Content-Type: text/html; charset=utf-8\n\n<html><head><title>t</title><style>p{}</style></head><body>"
                + "<p>एक &amp; दो</p><script>alert(1)</script><!-- x --><br>तीन &#2325;<td>4</td> 1 < 2</body>");
    assertThat(letter.text()).isEqualTo("एक & दो\n\nतीन क 4 1 < 2".replace(" 4", "  4"));
  }

  @Test
  void enclosures_are_laid_out_and_one_that_is_a_mail_stays_inside() throws IOException {
    Letter letter =
        read(
            """
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: multipart/alternative; boundary=c

            --c
            Content-Type: text/plain; charset=utf-8

            सादा
            --c
            Content-Type: text/html

            <b>सजा</b>
            --c--
            --b
            Content-Type: application/pdf; name="=?UTF-8?B?%s?="
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment

            JVBERi0xLjQK
            --b
            Content-Type: message/rfc822

            Subject: भीतर

            भीतर का
            --b
            Content-Type: image/png
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b--
            """
                .formatted(base64("आख्या.pdf")));
    assertThat(letter.text()).isEqualTo("सादा");
    assertThat(letter.parts())
        .extracting(Letter.Part::left)
        .containsExactly(Left.NO, Left.NESTED, Left.NO);
    assertThat(letter.parts().getFirst().name()).isEqualTo("आख्या.pdf");
    assertThat(letter.parts().getLast().inline()).isTrue();
    assertThat(letter.parts().getFirst().bytes()).isEqualTo(9);
  }

  @Test
  void without_an_end_or_with_a_wrong_boundary_what_can_be_read_is_read() throws IOException {
    Letter open =
        read("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nअधूरा");
    assertThat(open.text()).isEqualTo("अधूरा");
    Letter wrong =
        read(
            "Content-Type: multipart/mixed; boundary=other\n\n--b\nContent-Type: text/plain\n\nशब्द\n--b--");
    assertThat(wrong.text()).contains("शब्द");
    Letter none = read("Content-Type: multipart/mixed\n\nबिना सीमा के");
    assertThat(none.text()).contains("बिना सीमा के");
  }

  @Test
  void a_broken_wrapping_does_not_take_the_rest_with_it() throws IOException {
    Letter letter =
        read(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nपाठ\n"
                + "--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n!!!\n--b--");
    assertThat(letter.text()).isEqualTo("पाठ");
    assertThat(letter.parts()).hasSize(1);
  }

  @Test
  void what_it_answers_is_named_nearest_first() throws IOException {
    Letter letter = read("In-Reply-To: <c@x>\nReferences: <a@x> <b@x>\n <c@x>\n\n");
    assertThat(letter.answers()).containsExactly("<c@x>", "<b@x>", "<a@x>");
  }

  @Test
  void signs_that_no_database_keeps_are_left_out() {
    assertThat(MailWords.clean("a\u0000b\u202ec\r\nd\ud800")).isEqualTo("abc\nd");
  }
}
