package karyalay.drafts;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karyalay.files.Written;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a template makes: the very pages, filled with samples and marked as a draft.
@Service
@Transactional(readOnly = true)
public class TemplateSamples {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

  private final Desks desks;
  private final LetterPdf pages;
  private final OfficeTime time;

  TemplateSamples(Desks desks, LetterPdf pages, OfficeTime time) {
    this.desks = desks;
    this.pages = pages;
    this.time = time;
  }

  /// @param reader whose office's head is shown as the signatory
  /// @throws Refused `NO_SIGNATORY`
  public byte[] pdf(Template template, PostId reader) {
    Signatory signatory =
        desks
            .headNear(reader)
            .flatMap(head -> desks.signatory(head, null))
            .orElseThrow(() -> new Refused(DraftsRefusal.NO_SIGNATORY));
    TemplateFields values = TemplateFields.samples(template, known(signatory));
    var words =
        new Wording(
            template.form(),
            template.nature(),
            "",
            template.language(),
            values.fill(template.subject()),
            values.fill(template.reference()),
            values.fill(template.salutation()),
            values.fill(template.closing()),
            Written.of(Template.filled(template.body(), values).json(), ""),
            signatory.post(),
            parties(template, values),
            List.of());
    return pages.make(words, signatory, null, 0).pdf();
  }

  private static List<Party> parties(Template template, TemplateFields values) {
    var parties = new ArrayList<Party>();
    for (String to : template.to()) parties.add(party(Party.Role.TO, values.fill(to), ""));
    for (Template.Copy copy : template.copies())
      parties.add(party(Party.Role.COPY, values.fill(copy.to()), values.fill(copy.purpose())));
    Shape shape = Shape.of(template.form());
    if (template.to().isEmpty() && shape.needs(Shape.Part.TO)) parties.add(somebody(Party.Role.TO));
    if (template.copies().isEmpty() && shape.needs(Shape.Part.COPIES))
      parties.add(somebody(Party.Role.COPY));
    return parties;
  }

  /// Where the template leaves it to the writer, but no such letter goes out without.
  private static Party somebody(Party.Role role) {
    var address = new Address("नमूना अधिकारी", "जिलाधिकारी", "", "", "", "");
    return new Party(role, new Target.Group("sample"), address, "");
  }

  private static Party party(Party.Role role, String name, String purpose) {
    var address = new Address(name, "", "", "", "", "");
    return new Party(role, new Target.Group("sample"), address, purpose);
  }

  /// What stands on the sample petition that ships with the demonstration.
  private Map<String, String> known(Signatory signatory) {
    var known = new LinkedHashMap<String, String>();
    String today = DAY.format(time.today());
    known.put("applicant", "नमूना आवेदक");
    known.put("father", "नमूना पिता");
    known.put("mobile", "9000000000");
    known.put("village", "नमूनापुर");
    known.put("thana", "सौरिख");
    known.put("address", "ग्राम नमूनापुर, थाना सौरिख");
    known.put("sender", "नमूना प्रेषक");
    known.put("sender-designation", "जिलाधिकारी");
    known.put("sender-organisation", "जिलाधिकारी कार्यालय");
    known.put("letter-number", "1310/2026");
    known.put("letter-date", today);
    known.put("receipt-number", "1391/2026");
    known.put("receipt-date", today);
    known.put("gist", "खेत की मेड़ के विवाद के सम्बन्ध में");
    known.put("subject", "खेत की मेड़ का विवाद");
    known.put("category", "भूमि विवाद");
    known.put("file-number", "12/2026");
    known.put("office", signatory.officeHi());
    known.put("district", signatory.districtHi());
    known.put("signatory", signatory.designationHi());
    known.put("signatory-name", signatory.nameHi());
    known.put("today", today);
    known.put("year", Integer.toString(time.today().getYear()));
    known.put("due", today);
    return known;
  }
}
