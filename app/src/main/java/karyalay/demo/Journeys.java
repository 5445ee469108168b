package karyalay.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.dak.Arrival;
import karyalay.dak.Diary;
import karyalay.dak.Marking;
import karyalay.dak.Order;
import karyalay.dak.Original;
import karyalay.dak.Particulars;
import karyalay.dak.Questions;
import karyalay.dak.Sender;
import karyalay.dak.Shape;
import karyalay.dak.Sheet;
import karyalay.desk.Attachments;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.springframework.stereotype.Component;

/// Puts the sample papers on their way through the same doors that a day's work uses.
@Component
class Journeys {
  /// Code of a thana by the name that a sample bears; the rest go to the complaint cell.
  private static final Map<String, String> THANAS =
      Map.ofEntries(
          Map.entry("सौरिख", "SRK"),
          Map.entry("सौरीख", "SRK"),
          Map.entry("तिर्वा", "TRW"),
          Map.entry("तिरवा", "TRW"),
          Map.entry("गुरसहायगंज", "GSG"),
          Map.entry("गुरुसहायगंज", "GSG"),
          Map.entry("छिबरामऊ", "CBM"),
          Map.entry("तालग्राम", "TLG"),
          Map.entry("इन्दरगढ़", "IND"),
          Map.entry("इंदरगढ़", "IND"),
          Map.entry("ठठिया", "THT"),
          Map.entry("विशुनगढ़", "VSG"),
          Map.entry("बिशुनगढ़", "VSG"),
          Map.entry("सकरावा", "SKW"),
          Map.entry("कोतवाली कन्नौज", "KOT"));

  private final Cast cast;
  private final Diary diary;
  private final Marking marking;
  private final Movements movements;
  private final Files files;
  private final Notes notes;
  private final Attachments attachments;
  private final OfficeTime time;
  private final Correspondence correspondence;

  Journeys(
      Cast cast,
      Diary diary,
      Marking marking,
      Movements movements,
      Files files,
      Notes notes,
      Attachments attachments,
      OfficeTime time,
      Correspondence correspondence) {
    this.cast = cast;
    this.diary = diary;
    this.marking = marking;
    this.movements = movements;
    this.files = files;
    this.notes = notes;
    this.attachments = attachments;
    this.time = time;
    this.correspondence = correspondence;
  }

  /// Lets the papers come in over the last days, the newest some minutes ago.
  void begin(List<SamplePaper> samples, OfficeId district) {
    var story = new Story(time.now());
    for (int i = 0; i < samples.size(); i++) {
      var journey = new Journey(samples.get(i), i, story, district);
      story.daysAgo(journey.age(), i * 67, journey::comesIn);
    }
    correspondence.join(story, district);
    story.tell();
    correspondence.end(district);
  }

  /// One paper on its way.
  private final class Journey {
    private final SamplePaper sample;
    private final int turn;
    private final Story story;
    private final OfficeId district;
    private final String thana;
    private final boolean atThana;

    Journey(SamplePaper sample, int turn, Story story, OfficeId district) {
      this.sample = sample;
      this.turn = turn;
      this.story = story;
      this.district = district;
      this.thana = THANAS.getOrDefault(sample.head("thana"), "");
      this.atThana = sample.petition() && !thana.isEmpty();
    }

    /// In days: what goes up on a file came earlier than what was only just diarised.
    int age() {
      return switch (turn % 5) {
        case 2 -> 9 + turn % 4;
        case 1 -> 3 + turn % 3;
        case 4 -> turn % 2;
        default -> turn % 7;
      };
    }

    void comesIn() {
      String clerk = atThana ? "HM-" + thana : sample.petition() ? "SI-SHK" : "DRY-DAK";
      Act act = cast.act(clerk, district);
      PaperId receipt = diary.diarise(act, sheet(sample, picture(sample, act)), null);
      if (turn % 5 == 4) return;
      String head = atThana ? "SHO-" + thana : sample.petition() ? "INC-SHK" : "RDR-RDR";
      story.later(0, () -> mark(clerk, receipt, head, Task.MARK, "", null));
      if (atThana) story.later(2 + turn % 3, () -> atThana(receipt));
      else if (!sample.petition() && turn % 2 == 0) story.later(3, () -> toTheSp(receipt));
    }

    private void mark(
        String by,
        PaperId receipt,
        String to,
        Task task,
        String remark,
        @org.jspecify.annotations.Nullable LocalDate due) {
      marking.send(
          cast.act(by, district),
          List.of(receipt),
          new Order(List.of(cast.post(to, district)), task, remark, due));
    }

    /// The reader lays some official letters before the SP.
    private void toTheSp(PaperId receipt) {
      movements.open(cast.act("RDR-RDR", district), receipt);
      mark("RDR-RDR", receipt, "SP-SPO", Task.PERUSAL, "", null);
    }

    /// Some stay unopened with the station head, some are marked for enquiry, some go up on a file.
    private void atThana(PaperId receipt) {
      String sho = "SHO-" + thana;
      switch (turn % 5) {
        case 0, 3 -> {}
        case 1 -> {
          movements.open(cast.act(sho, district), receipt);
          LocalDate due = time.today().plusDays(3);
          mark(
              sho,
              receipt,
              "SSI-" + thana,
              Task.ENQUIRY,
              "मौके पर जाँच कर तथ्यात्मक आख्या दें।",
              due);
        }
        default -> up(receipt, sho);
      }
    }

    private void up(PaperId receipt, String sho) {
      movements.open(cast.act(sho, district), receipt);
      PaperId file = files.open(cast.act(sho, district), cover(), receipt);
      String co = circle(sho);
      notes.writeAndSend(
          cast.act(sho, district),
          file,
          NewNote.plain(
              "कृपया पृष्ठ 1 पर रखे प्रार्थना पत्र का अवलोकन करें।\n\nप्रकरण में उभय पक्ष के बयान लिए गए। "
                  + "मौके पर शांति व्यवस्था सामान्य है। प्रकरण में निर्देश हेतु पत्रावली प्रस्तुत है।"),
          new Move.Forward(cast.post(co, district), Task.APPROVAL, ""));
      // Every second file goes on from the circle officer, every fourth up to the SP.
      if (turn % 4 == 2)
        story.later(
            27 + turn,
            () -> {
              onwards(file, co, "थाने की आख्या से सहमत। आदेशार्थ प्रस्तुत।", "ASP-ASP");
              if (turn % 8 == 2) story.later(6 + turn, () -> toTheSpOnFile(file));
            });
    }

    private void toTheSpOnFile(PaperId file) {
      onwards(file, "ASP-ASP", "परीक्षण किया गया। कृपया आदेश देना चाहें।", "SP-SPO");
    }

    private NewFile cover() {
      return new NewFile(
          sample.subject(),
          List.of(),
          "शिकायत-" + (turn + 1) + "/" + time.today().getYear(),
          sample.head("expected_category"),
          "hi",
          "",
          "",
          Classification.NORMAL,
          Urgency.ORDINARY,
          false);
    }

    private void onwards(PaperId file, String by, String text, String to) {
      movements.open(cast.act(by, district), file);
      notes.writeAndSend(
          cast.act(by, district),
          file,
          NewNote.plain(text),
          new Move.Forward(cast.post(to, district), Task.APPROVAL, ""));
    }
  }

  private static String circle(String sho) {
    return switch (sho.substring(4)) {
      case "TRW", "IND", "THT" -> "CO-CTR";
      case "KOT", "GSG" -> "CO-CCN";
      default -> "CO-CCB";
    };
  }

  private UUID picture(SamplePaper sample, Act act) {
    try (InputStream in = sample.picture().getInputStream()) {
      return attachments.receive(act.person(), in, sample.name() + ".jpg").id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sheet sheet(SamplePaper sample, UUID upload) {
    LocalDate received = time.today();
    boolean protectedOne = sample.head("confidential").equals("victim-protected");
    var particulars =
        new Particulars(
            sample.petition() ? Shape.PETITION : Shape.LETTER,
            new Arrival(
                received, sample.petition() ? null : received.minusDays(2), "by-hand", false),
            sample.letterNumber(),
            "",
            "hi",
            sample.name().contains("vip"),
            "",
            sender(sample),
            category(sample),
            "",
            sample.subject(),
            sample.petition() ? sample.gist() : "",
            Urgency.valueOf(
                sample.head("urgency").toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
            sample.head("confidential").equals("confidential")
                ? Classification.CONFIDENTIAL
                : Classification.NORMAL,
            "",
            List.of(),
            List.of(),
            new Original(Original.Keeping.BUNDLE, ""),
            new Questions(null, null, protectedOne ? Boolean.TRUE : null, null, null, null));
    return new Sheet(null, particulars, List.of(upload), true);
  }

  private static String category(SamplePaper sample) {
    return sample.head("expected_category").replaceFirst("^category-", "");
  }

  private static Sender sender(SamplePaper sample) {
    String from = sample.head("from");
    String[] parts = from.split("\\s+(?:पुत्र|पत्नी|पुत्री)\\s+", 2);
    boolean person = sample.petition();
    return new Sender(
        person ? parts[0] : "",
        parts.length == 2 ? parts[1] : "",
        "",
        person ? "" : from,
        "",
        "",
        sample.head("village"),
        sample.head("thana"),
        "कन्नौज",
        "उत्तर प्रदेश",
        "",
        sample.head("from_mobile"),
        "",
        "");
  }
}
