package karyalay.drafts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karyalay.dak.Particulars;
import karyalay.dak.Receipt;
import karyalay.dak.Sender;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;

/// What a letter is written about: the paper it is written on, and the receipt that it answers,
/// which is the paper itself or the one under consideration in the file.
///
/// @param category of the file or receipt
record Occasion(Paper paper, String category, Optional<Receipt> receipt) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

  /// The words that the paper has for the fields of a template.
  Map<String, String> fields(Signatory signatory, LocalDate today) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("subject", paper.title());
    fields.put("file-number", paper.kind() == Kind.FILE ? paper.number() : "");
    fields.put("office", signatory.officeHi());
    fields.put("district", signatory.districtHi());
    fields.put("signatory", signatory.designationHi());
    fields.put("signatory-name", signatory.nameHi());
    fields.put("today", DAY.format(today));
    fields.put("year", Integer.toString(today.getYear()));
    var due = paper.dueAt();
    fields.put("due", due == null ? "" : DAY.format(OfficeTime.day(due.minusNanos(1))));
    receipt.ifPresent(it -> of(it, fields));
    return fields;
  }

  private static void of(Receipt receipt, Map<String, String> fields) {
    Particulars it = receipt.particulars();
    Sender sender = it.sender();
    if (it.petition()) {
      fields.put("applicant", sender.name());
      fields.put("father", sender.father());
      fields.put("mobile", sender.mobile());
    }
    fields.put("village", sender.village());
    fields.put("thana", sender.thana());
    fields.put("address", sender.address());
    fields.put("sender", sender.name());
    fields.put("sender-designation", sender.designation());
    fields.put("sender-organisation", sender.organisation());
    fields.put("letter-number", it.letterNumber());
    fields.put("letter-date", day(it.arrival().letterDate()));
    fields.put("receipt-number", receipt.number().number());
    fields.put("receipt-date", day(it.arrival().received()));
    fields.put("gist", it.gist());
    fields.put("category", it.category());
    if (!it.title().isBlank()) fields.put("subject", it.title());
  }

  static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /// The sender of what is answered, as an addressee; nobody where the receipt names none.
  Optional<Address> sender() {
    return receipt
        .map(it -> it.particulars().sender())
        .map(Occasion::address)
        .filter(it -> !it.line().isBlank());
  }

  private static Address address(Sender it) {
    String village = it.village().isBlank() ? "" : "ग्राम " + it.village();
    String thana = it.thana().isBlank() ? "" : "थाना " + it.thana();
    String lines =
        Stream.of(it.address(), village, thana, it.district(), it.pin())
            .filter(part -> !part.isBlank())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Address(
        it.name(), it.designation(), it.organisation(), lines, it.email(), it.mobile());
  }
}
