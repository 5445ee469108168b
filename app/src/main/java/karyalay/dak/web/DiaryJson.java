package karyalay.dak.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dak.Field;
import karyalay.dak.Original;
import karyalay.dak.Shape;
import karyalay.desk.Classification;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What another system hands in to be diarised. It is read by the same rules as the form: what is
/// left out is empty.
///
/// @param mode code of the master of delivery modes; decides whether it is on paper
/// @param uploads documents sent before to `/api/v1/uploads`
/// @param anew diarise although the same sender, number and date were diarised before
record DiaryJson(
    Shape shape,
    @Nullable LocalDate received,
    @Nullable LocalDate letterDate,
    String mode,
    @Nullable String letterNumber,
    @Nullable String form,
    @Nullable String language,
    @Nullable Boolean vip,
    @Nullable String byName,
    @Nullable SenderJson sender,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable String subject,
    @Nullable String gist,
    @Nullable Urgency urgency,
    @Nullable Classification classification,
    @Nullable String remarks,
    @Nullable List<String> enclosures,
    @Nullable List<String> missing,
    Original.@Nullable Keeping original,
    @Nullable String originalPlace,
    @Nullable QuestionsJson questions,
    @Nullable List<UUID> uploads,
    @Nullable Boolean anew,
    @Nullable OrderJson send) {

  /// From whom.
  record SenderJson(
      @Nullable String name,
      @Nullable String father,
      @Nullable String designation,
      @Nullable String organisation,
      @Nullable String department,
      @Nullable String address,
      @Nullable String village,
      @Nullable String thana,
      @Nullable String district,
      @Nullable String state,
      @Nullable String pin,
      @Nullable String mobile,
      @Nullable String phone,
      @Nullable String email) {}

  /// The six questions of a petition; what is left out is not answered.
  record QuestionsJson(
      @Nullable Boolean danger,
      @Nullable Boolean cognizable,
      @Nullable Boolean womanChild,
      @Nullable Boolean scSt,
      @Nullable Boolean againstPolice,
      @Nullable Boolean beforeCourt) {}

  /// To whom it goes.
  ///
  /// @param to marking abbreviations
  record OrderJson(
      List<String> to, @Nullable Task task, @Nullable String remark, @Nullable LocalDate due) {}

  List<UUID> documents() {
    return uploads == null ? List.of() : uploads;
  }

  boolean isAnew() {
    return Boolean.TRUE.equals(anew);
  }

  /// The same as a form would send it.
  DiaryForm asForm() {
    var typed = new LinkedMultiValueMap<String, String>();
    put(typed, Field.SHAPE, shape);
    put(typed, Field.RECEIVED, received);
    put(typed, Field.LETTER_DATE, letterDate);
    put(typed, Field.MODE, mode);
    put(typed, Field.LETTER_NUMBER, letterNumber);
    put(typed, Field.FORM, form);
    put(typed, Field.LANGUAGE, language);
    put(typed, Field.VIP, vip);
    put(typed, Field.BY_NAME, byName);
    put(typed, Field.CATEGORY, category);
    put(typed, Field.SUBCATEGORY, subcategory);
    put(typed, Field.SUBJECT, subject);
    put(typed, Field.GIST, gist);
    put(typed, Field.URGENCY, urgency);
    put(typed, Field.CLASSIFICATION, classification);
    put(typed, Field.REMARKS, remarks);
    put(typed, Field.ENCLOSURES, enclosures == null ? null : String.join("\n", enclosures));
    put(typed, Field.MISSING, missing == null ? null : String.join("\n", missing));
    put(typed, Field.ORIGINAL, original);
    put(typed, Field.ORIGINAL_PLACE, originalPlace);
    if (sender != null) sender(typed, sender);
    if (questions != null) questions(typed, questions);
    return new DiaryForm(typed);
  }

  private static void sender(MultiValueMap<String, String> typed, SenderJson sender) {
    put(typed, Field.SENDER_NAME, sender.name());
    put(typed, Field.SENDER_FATHER, sender.father());
    put(typed, Field.SENDER_DESIGNATION, sender.designation());
    put(typed, Field.SENDER_ORGANISATION, sender.organisation());
    put(typed, Field.SENDER_DEPARTMENT, sender.department());
    put(typed, Field.SENDER_ADDRESS, sender.address());
    put(typed, Field.SENDER_VILLAGE, sender.village());
    put(typed, Field.SENDER_THANA, sender.thana());
    put(typed, Field.SENDER_DISTRICT, sender.district());
    put(typed, Field.SENDER_STATE, sender.state());
    put(typed, Field.SENDER_PIN, sender.pin());
    put(typed, Field.SENDER_MOBILE, sender.mobile());
    put(typed, Field.SENDER_PHONE, sender.phone());
    put(typed, Field.SENDER_EMAIL, sender.email());
  }

  private static void questions(MultiValueMap<String, String> typed, QuestionsJson questions) {
    put(typed, Field.DANGER, questions.danger());
    put(typed, Field.COGNIZABLE, questions.cognizable());
    put(typed, Field.WOMAN_CHILD, questions.womanChild());
    put(typed, Field.SC_ST, questions.scSt());
    put(typed, Field.AGAINST_POLICE, questions.againstPolice());
    put(typed, Field.BEFORE_COURT, questions.beforeCourt());
  }

  private static void put(
      MultiValueMap<String, String> typed, Field field, @Nullable Object value) {
    if (value != null) typed.set(DiaryForm.name(field), value.toString());
  }
}
