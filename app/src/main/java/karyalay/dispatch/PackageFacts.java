package karyalay.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Classification;
import karyalay.ledger.Canonical;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a package says of the letter it carries. The bytes are written once, in canonical form, and
/// signed; whoever receives them reads them and keeps them, and never writes them anew.
///
/// @param from fingerprint of the sender's key
/// @param to fingerprint of the receiver's key: a package for one is nothing to another
/// @param office code of the office, or mark of the post, that it is for
/// @param pdf hash of the PDF, in small hexadecimal digits
/// @param bytes length of the PDF
record PackageFacts(
    UUID id,
    String from,
    String to,
    String office,
    String number,
    LocalDate date,
    String form,
    String language,
    String subject,
    String classification,
    String signatory,
    String designation,
    String sender,
    String pdf,
    long bytes) {
  static final int MOST = 64 * 1024;

  private static final String KIND = "karyalay-package-1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  byte[] written() {
    return Canonical.bytes(
        Map.ofEntries(
            Map.entry("kind", KIND),
            Map.entry("id", id.toString()),
            Map.entry("from", from),
            Map.entry("to", to),
            Map.entry("office", office),
            Map.entry("number", number),
            Map.entry("date", date.toString()),
            Map.entry("form", form),
            Map.entry("language", language),
            Map.entry("subject", subject),
            Map.entry("class", classification),
            Map.entry("signatory", signatory),
            Map.entry("designation", designation),
            Map.entry("sender", sender),
            Map.entry("pdf", pdf),
            Map.entry("bytes", bytes)));
  }

  /// @throws Refused `PACKAGE_UNREADABLE`
  static PackageFacts read(byte[] bytes) {
    try {
      JsonNode it = JSON.readTree(bytes);
      if (!KIND.equals(text(it, "kind"))) throw unreadable();
      Classification.valueOf(text(it, "class"));
      return new PackageFacts(
          UUID.fromString(text(it, "id")),
          text(it, "from"),
          text(it, "to"),
          text(it, "office"),
          text(it, "number"),
          LocalDate.parse(text(it, "date")),
          text(it, "form"),
          text(it, "language"),
          text(it, "subject"),
          text(it, "class"),
          text(it, "signatory"),
          text(it, "designation"),
          text(it, "sender"),
          text(it, "pdf"),
          it.path("bytes").asLong(-1));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw unreadable();
    }
  }

  private static Refused unreadable() {
    return new Refused(DispatchRefusal.PACKAGE_UNREADABLE);
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) throw unreadable();
    String text = value.asString();
    if (text.length() > 2000) throw unreadable();
    return text;
  }

  /// What stands for these bytes in a receipt.
  static String hash(byte[] facts) {
    return HexFormat.of().formatHex(Sha256.of(facts));
  }

  /// What is signed: the facts under a name, so that a signature of one thing is none of another.
  static byte[] signedBytes(String what, byte[] bytes) {
    byte[] name = (what + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[name.length + bytes.length];
    System.arraycopy(name, 0, all, 0, name.length);
    System.arraycopy(bytes, 0, all, name.length, bytes.length);
    return all;
  }
}
