package karyalay.notices;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/// The gateway that carries our texts: an address with places for what is sent.
///
/// @param address with `{to} {text} {sender} {template} {reference} {secret}`
/// @param body the same for a POST; empty for a GET
/// @param templates name of a template to its number with the operators (DLT)
/// @param accepted what the body of a good answer contains
/// @param timeout longest silence that is borne at any step
record SmsGateway(
    String address,
    String body,
    String contentType,
    String sender,
    String secret,
    Map<String, String> templates,
    Pattern accepted,
    Duration timeout) {
  private static final Pattern PLACE =
      Pattern.compile("\\{(to|text|sender|template|reference|secret)}");

  boolean posts() {
    return !body.isEmpty();
  }

  /// The address of one text. What is put in can end no part of it.
  String addressOf(TextStore.Outgoing text) {
    return filled(address, text, false);
  }

  String bodyOf(TextStore.Outgoing text) {
    return filled(body, text, contentType.contains("json"));
  }

  private String filled(String shape, TextStore.Outgoing text, boolean json) {
    Map<String, String> values =
        Map.of(
            "to", text.to(),
            "text", text.words(),
            "sender", sender,
            "template", templates.getOrDefault(text.template(), ""),
            "reference", text.id().toString(),
            "secret", secret);
    return PLACE
        .matcher(shape)
        .replaceAll(place -> {
          String value = values.getOrDefault(place.group(1), "");
          String safe =
              json
                  ? new String(JsonStringEncoder.getInstance().quoteAsCharArray(value))
                  : URLEncoder.encode(value, StandardCharsets.UTF_8);
          return Matcher.quoteReplacement(safe);
        });
  }

  /// Never with its secret, nor with an address that may hold it.
  @Override
  public String toString() {
    return "gateway of " + sender;
  }
}
