package karyalay.demo;

import java.util.Comparator;
import java.util.List;
import karyalay.desk.Claims;
import karyalay.desk.Classification;
import karyalay.desk.Kind;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Row;
import karyalay.desk.Task;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.desk.Urgency;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.preparing.Preparing;
import karyalay.preparing.Wording;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.stereotype.Component;

/// A thana at work with several hands: letters at its dak counter, some of them taken by a member
/// (OP-123), and notes that the head moharrir prepared for the SHO (OP-124).
@Component
class ThanaMorning {
  private static final String SHO = "SHO-SRK";
  private static final String CLERK = "HM-SRK";
  private static final String COUNTER = "PTL-SRK";
  private static final int LETTERS = 4;

  /// A file, and the note prepared on it.
  private record Prepared(
      String number, String subject, String first, String note, NoteKind kind, String next) {}

  private static final List<Prepared> NOTES =
      List.of(
          new Prepared(
              "सामान्य-11/2026",
              "साप्ताहिक बाजार में यातायात व्यवस्था",
              "बाजार समिति के पत्र पर यातायात व्यवस्था प्रस्तावित है।",
              "प्रत्येक मंगलवार को बाजार तिराहे पर दो आरक्षी प्रातः 10 से सायं 6 बजे तक लगाए जाएँ।\n\n"
                  + "वरिष्ठ उप निरीक्षक अनुपालन कराकर आख्या दें।",
              NoteKind.ORDER,
              "SSI-SRK"),
          new Prepared(
              "ड्यूटी-4/2026",
              "मेला ड्यूटी हेतु अतिरिक्त बल",
              "मेला समिति ने तीन दिवस हेतु बल माँगा है।",
              "मेला अवधि में एक प्लाटून अतिरिक्त बल की आवश्यकता है। क्षेत्राधिकारी महोदय को अनुमोदन हेतु प्रस्तुत।",
              NoteKind.NOTE,
              "CO-CCB"),
          new Prepared(
              "भवन-2/2026",
              "थाना भवन की विद्युत मरम्मत",
              "विद्युत मिस्त्री का प्राक्कलन प्राप्त हुआ।",
              "प्राक्कलन उचित है। मरम्मत हेतु क्षेत्राधिकारी महोदय से स्वीकृति माँगी जाए।",
              NoteKind.NOTE,
              "CO-CCB"));

  private final Cast cast;
  private final Charges charges;
  private final Trays trays;
  private final Movements movements;
  private final Claims claims;
  private final Files files;
  private final Notes notes;
  private final Preparing preparing;

  ThanaMorning(
      Cast cast,
      Charges charges,
      Trays trays,
      Movements movements,
      Claims claims,
      Files files,
      Notes notes,
      Preparing preparing) {
    this.cast = cast;
    this.charges = charges;
    this.trays = trays;
    this.movements = movements;
    this.claims = claims;
    this.files = files;
    this.notes = notes;
    this.preparing = preparing;
  }

  /// When the story has been told: what lies there this morning.
  void begin(OfficeId district) {
    letters(district);
    for (Prepared one : NOTES) prepare(one, district);
  }

  /// The SHO gave some letters to the counter; two members have taken one each, the rest are free.
  private void letters(OfficeId district) {
    Actor sho = cast.act(SHO, district).by();
    var counter = cast.post(COUNTER, district);
    List<PaperId> letters =
        trays.page(new Scope(sho.person(), sho.post()), TrayFilter.all()).stream()
            .map(Row::paper)
            .filter(paper -> paper.kind() == Kind.RECEIPT && !paper.physical())
            .limit(LETTERS)
            .map(paper -> paper.id())
            .toList();
    for (PaperId letter : letters)
      movements.forward(
          cast.act(SHO, district),
          letter,
          new Move.Forward(counter, Task.ACTION, "पंजिका में दर्ज कर सूचना तैयार करें।"));
    List<Actor> members = members(district);
    for (int i = 0; i < Math.min(2, letters.size()); i++)
      claims.take(Act.of(members.get(i % members.size())), letters.get(i));
  }

  private List<Actor> members(OfficeId district) {
    return charges.on(cast.post(COUNTER, district)).stream()
        .sorted(Comparator.comparing((Charge charge) -> charge.person().value()))
        .map(charge -> new Actor(charge.person(), charge.post(), charge.capacity()))
        .toList();
  }

  private void prepare(Prepared one, OfficeId district) {
    PaperId file = files.open(cast.act(CLERK, district), cover(one.subject(), one.number()), null);
    notes.writeAndSend(
        cast.act(CLERK, district),
        file,
        NewNote.plain(one.first()),
        new Move.Forward(cast.post(SHO, district), Task.APPROVAL, ""));
    preparing.prepare(
        cast.act(CLERK, district),
        file,
        new Wording(
            one.kind(),
            "",
            one.note(),
            List.of(cast.post(one.next(), district)),
            one.kind() == NoteKind.ORDER ? Task.ACTION : Task.APPROVAL,
            null));
  }

  private static NewFile cover(String subject, String number) {
    return new NewFile(
        subject,
        List.of(),
        number,
        "",
        "hi",
        "",
        "",
        Classification.NORMAL,
        Urgency.ORDINARY,
        false);
  }
}
