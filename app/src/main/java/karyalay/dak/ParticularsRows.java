package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import karyalay.dak.Original.Keeping;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;
import org.jspecify.annotations.Nullable;

/// Particulars as columns, there and back.
final class ParticularsRows {
  private ParticularsRows() {}

  static Map<String, @Nullable Object> columns(Particulars it) {
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("shape", it.shape().name());
    columns.put("physical", it.arrival().physical());
    columns.put("received", it.arrival().received());
    columns.put("letterDate", it.arrival().letterDate());
    columns.put("mode", it.arrival().mode());
    columns.put("letterNumber", it.letterNumber());
    columns.put("form", it.form());
    columns.put("language", it.language());
    columns.put("vip", it.vip());
    columns.put("byName", it.byName());
    columns.put("category", it.category());
    columns.put("subcategory", it.subcategory());
    columns.put("subject", it.subject());
    columns.put("gist", it.gist());
    columns.put("urgency", it.urgency().name());
    columns.put("class", it.classification().name());
    columns.put("remarks", it.remarks());
    columns.put("enclosures", String.join("\n", it.enclosures()));
    columns.put("missing", String.join("\n", it.missing()));
    columns.put("original", it.original().keeping().name());
    columns.put("originalPlace", it.original().place());
    sender(it.sender(), columns);
    questions(it.questions(), columns);
    keys(it, columns);
    return columns;
  }

  private static void sender(Sender sender, Map<String, @Nullable Object> columns) {
    columns.put("senderName", sender.name());
    columns.put("senderFather", sender.father());
    columns.put("senderDesignation", sender.designation());
    columns.put("senderOrganisation", sender.organisation());
    columns.put("senderDepartment", sender.department());
    columns.put("senderAddress", sender.address());
    columns.put("senderVillage", sender.village());
    columns.put("senderThana", sender.thana());
    columns.put("senderDistrict", sender.district());
    columns.put("senderState", sender.state());
    columns.put("senderPin", sender.pin());
    columns.put("senderMobile", sender.mobile());
    columns.put("senderPhone", sender.phone());
    columns.put("senderEmail", sender.email());
  }

  private static void questions(Questions questions, Map<String, @Nullable Object> columns) {
    columns.put("danger", questions.danger());
    columns.put("cognizable", questions.cognizable());
    columns.put("womanChild", questions.womanChild());
    columns.put("scSt", questions.scSt());
    columns.put("againstPolice", questions.againstPolice());
    columns.put("beforeCourt", questions.beforeCourt());
  }

  private static void keys(Particulars it, Map<String, @Nullable Object> columns) {
    columns.put("letterKey", Fold.number(it.letterNumber()));
    columns.put("senderKeys", senderKeys(it.sender()));
    columns.put("nameKey", Fold.name(it.sender().name()));
    columns.put("villageKey", Fold.name(it.sender().village()));
  }

  /// A sender may be known by name, designation or organisation, and is entered now by one, now by
  /// another.
  static String[] senderKeys(Sender sender) {
    return Stream.of(sender.name(), sender.designation(), sender.organisation())
        .map(Fold::name)
        .filter(key -> !key.isEmpty())
        .distinct()
        .toArray(String[]::new);
  }

  static Particulars read(ResultSet row) throws SQLException {
    return new Particulars(
        Shape.valueOf(text(row, "shape")),
        new Arrival(
            Objects.requireNonNull(row.getObject("received", LocalDate.class)),
            row.getObject("letter_date", LocalDate.class),
            text(row, "mode"),
            row.getBoolean("physical")),
        text(row, "letter_number"),
        text(row, "form"),
        text(row, "language"),
        row.getBoolean("vip"),
        text(row, "by_name"),
        readSender(row),
        text(row, "category"),
        text(row, "subcategory"),
        text(row, "subject"),
        text(row, "gist"),
        Urgency.valueOf(text(row, "urgency")),
        Classification.valueOf(text(row, "class")),
        text(row, "remarks"),
        lines(text(row, "enclosures")),
        lines(text(row, "missing")),
        new Original(Keeping.of(text(row, "original")), text(row, "original_place")),
        new Questions(
            row.getObject("danger", Boolean.class),
            row.getObject("cognizable", Boolean.class),
            row.getObject("woman_child", Boolean.class),
            row.getObject("sc_st", Boolean.class),
            row.getObject("against_police", Boolean.class),
            row.getObject("before_court", Boolean.class)));
  }

  private static Sender readSender(ResultSet row) throws SQLException {
    return new Sender(
        text(row, "sender_name"),
        text(row, "sender_father"),
        text(row, "sender_designation"),
        text(row, "sender_organisation"),
        text(row, "sender_department"),
        text(row, "sender_address"),
        text(row, "sender_village"),
        text(row, "sender_thana"),
        text(row, "sender_district"),
        text(row, "sender_state"),
        text(row, "sender_pin"),
        text(row, "sender_mobile"),
        text(row, "sender_phone"),
        text(row, "sender_email"));
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
