package karyalay.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import karyalay.documents.Workbooks;
import karyalay.golive.Load;
import karyalay.golive.Loads;
import karyalay.mailbox.Box;
import karyalay.mailbox.Boxes;
import karyalay.mailbox.Intake;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.Sha256;
import org.springframework.stereotype.Component;

/// A mail tray with some e-mails, and a workbook that was looked through: through the doors that a
/// mail server and a browser use.
@Component
class Beginnings {
  private static final String ADMINISTRATOR = "COP-CCT-1";
  private static final String CLERK = "DRY-DAK";
  private static final String THANA = "SHO-IND";

  private final Cast cast;
  private final Posts posts;
  private final Boxes boxes;
  private final Intake intake;
  private final Loads loads;

  Beginnings(Cast cast, Posts posts, Boxes boxes, Intake intake, Loads loads) {
    this.cast = cast;
    this.posts = posts;
    this.boxes = boxes;
    this.intake = intake;
    this.loads = loads;
  }

  void make(OfficeId district) {
    mails(district);
    Post head = posts.of(THANA, district).orElseThrow();
    Caller by = cast.caller(ADMINISTRATOR, district);
    send(by, Load.Kind.PEOPLE, head.office(), PEOPLE);
    send(by, Load.Kind.BALANCE, head.office(), BALANCE);
  }

  /// No server is asked: the mailbox is switched off.
  private void mails(OfficeId district) {
    var facts =
        new Box.Facts(
            "dak", "imap.example.in", 993, Box.Tls.TLS, "dak@kannauj.example.in", "INBOX", "");
    var clerk = cast.post(CLERK, district);
    UUID box = boxes.open(cast.act(ADMINISTRATOR, district), district, clerk, facts);
    boxes.change(cast.act(ADMINISTRATOR, district), district, box, clerk, facts, false);
    for (int i = 0; i < MAILS.size(); i++) {
      String eml = "Message-ID: <" + i + "@demonstration.example.in>\n" + MAILS.get(i);
      byte[] bytes = eml.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      var _ = intake.receive(box, new ByteArrayInputStream(bytes));
    }
  }

  private void send(Caller by, Load.Kind kind, OfficeId office, List<String> rows) {
    List<Workbooks.Line> lines = new ArrayList<>();
    for (String row : rows)
      lines.add(new Workbooks.Line(lines.size() + 1, Arrays.asList(row.split("\\|", -1))));
    var read =
        new Workbooks.Read(
            Sha256.of(String.join("\n", rows)),
            List.of(new Workbooks.Table("सूची", false, lines)));
    String name = kind == Load.Kind.PEOPLE ? "इन्दरगढ़ कर्मचारी.xlsx" : "इन्दरगढ़ लंबित.xlsx";
    var _ = loads.send(Act.of(by.actor()), by, kind, office, read, name);
  }

  private static final List<String> PEOPLE =
      List.of(
          "पीएनओ|नाम|मोबाइल|रैंक|पद|लिंग|आमद|मूल निवास",
          "९०००००१०१|विनय कुमार|९८७६५४३२१०|आरक्षी|CC|पुरुष|13.10.21|औरैया",
          "900000102|jke dqekj ;kno|98765 43211|आरक्षी|CC|पुरुष|2021-10-13|इटावा",
          "900000103|सीमा देवी|9876543212|मुख्य आरक्षी|HC|महिला|1.4.15|कानपुर",
          "90000010|अपूर्ण पीएनओ|9876543213|आरक्षी|CC|पुरुष||",
          "900000105||9876543214|आरक्षी|CC|पुरुष||",
          "900000106|राजेश सिंह|9876543215|सूबेदार|CC|पुरुष||",
          "900000101|विनय कुमार|9876543210|आरक्षी|CC|पुरुष||");

  private static final List<String> BALANCE =
      List.of(
          "पुरानी सं0|दिनांक|प्रेषक|विषय|किसके पास|नियत",
          "412/2026|12.8.26|जिलाधिकारी कार्यालय|शस्त्र अनुज्ञप्ति की आख्या|SHO-IND|",
          "४३८/2026|20-08-2026|रामसेवक, ग्राम नगला|खेत की मेड़ का विवाद|SHO-IND|30.9.26",
          "440/2026|31.2.26|मुख्य न्यायिक मजिस्ट्रेट|प्रगति आख्या|SHO-IND|",
          "441/2026|22.8.26|श्रीमती कमला|गुमशुदगी|पूर्व हल्का प्रभारी|");

  private static final List<String> MAILS =
      List.of(
          """
          From: =?UTF-8?B?4KSc4KS/4KSy4KS+4KSn4KS/4KSV4KS+4A==?= =?UTF-8?B?pLDgpYAg4KSV4KSo4KWN4KSo4KWM4KSc?= <dm@example.in>
          Date: Tue, 13 Oct 2026 10:05:00 +0530
          Subject: दीपावली पर शांति व्यवस्था की तैयारी बैठक के संबंध में
          Content-Type: text/plain; charset=utf-8

          महोदय,

          दीपावली पर्व पर शांति एवं कानून व्यवस्था की तैयारी हेतु दिनांक 16-10-2026 को 11:00 बजे
          कलेक्ट्रेट सभागार में बैठक आहूत है। कृपया थानावार आख्या सहित प्रतिभाग करें।
          """,
          """
          From: "Range Office Kanpur" <range@example.in>
          Date: Tue, 13 Oct 2026 11:40:00 +0530
          Subject: Weekly statement of pending references
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary="b"

          --b
          Content-Type: text/html; charset=utf-8

          <p>Please send the <b>weekly statement</b> of pending references by Friday.</p>
          --b
          Content-Type: application/zip; name="format.zip"
          Content-Transfer-Encoding: base64
          Content-Disposition: attachment; filename="format.zip"

          UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==
          --b--
          """,
          """
          Date: Tue, 13 Oct 2026 12:10:00 +0530
          Subject: बिना प्रेषक का पत्र
          Content-Type: text/plain; charset=x-unknown

          यह ई-मेल बिना प्रेषक और अज्ञात संकेतन के आई; फिर भी पढ़ी जाती है।
          """);
}
