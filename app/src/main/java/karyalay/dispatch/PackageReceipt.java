package karyalay.dispatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Canonical;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the receiver answers and signs: which package, by its hash, and the number it was diarised
/// under.
record PackageReceipt(UUID id, String facts, String number, Instant at) {
  private static final String KIND = "karyalay-receipt-1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  byte[] written() {
    return Canonical.bytes(
        Map.of(
            "kind", KIND,
            "id", id.toString(),
            "facts", facts,
            "number", number,
            "at", at.toString()));
  }

  /// Empty for anything that is no receipt.
  static Optional<PackageReceipt> read(byte[] bytes) {
    try {
      JsonNode it = JSON.readTree(bytes);
      if (!KIND.equals(it.path("kind").asString(""))) return Optional.empty();
      return Optional.of(
          new PackageReceipt(
              UUID.fromString(it.path("id").asString("")),
              it.path("facts").asString(""),
              it.path("number").asString(""),
              Instant.parse(it.path("at").asString(""))));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
