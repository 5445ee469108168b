package karyalay.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import karyalay.drafts.Address;
import karyalay.drafts.LetterForm;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One invented letter of the demonstration, and how far it has come.
///
/// @param days ago on which it was begun
/// @param number of the file that is opened for it
/// @param note with which it is laid before the Additional SP
/// @param fate where it stands today
record SampleLetter(
    int days,
    String number,
    LetterForm form,
    String subject,
    String reference,
    String note,
    List<String> text,
    List<To> to,
    Fate fate,
    String remark) {

  /// How far a letter has come.
  enum Fate {
    /// With the Additional SP, who has changed its words; `remark` is what he adds.
    CHANGED,
    /// In the signing list of the SP.
    APPROVED,
    /// Numbered, and waiting for dispatch.
    SIGNED,
    /// Gone to desks of this district.
    OWN_OFFICE,
    /// By speed post; `remark` is the tracking number.
    SPEED_POST,
    /// By hand; `remark` is who took it in.
    BY_HAND,
    /// By post, and back with the reason in `remark`.
    RETURNED,
    /// To all stations, which are read and answered by some.
    CIRCULAR
  }

  /// An addressee, or with a purpose somebody who gets a copy.
  ///
  /// @param post mark of a post; else a group, else somebody outside
  record To(
      @Nullable String post,
      @Nullable String group,
      @Nullable Address outside,
      @Nullable String purpose) {}

  /// Whether the SP signs it.
  boolean isSigned() {
    return fate != Fate.CHANGED && fate != Fate.APPROVED;
  }

  String body() {
    return String.join("\n\n", text);
  }

  static List<SampleLetter> all() {
    try (InputStream in = new ClassPathResource("district/kannauj/letters.json").getInputStream()) {
      return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
