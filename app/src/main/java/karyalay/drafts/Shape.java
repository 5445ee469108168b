package karyalay.drafts;

import static karyalay.drafts.Shape.Addressed.FOOT;
import static karyalay.drafts.Shape.Addressed.NOT;
import static karyalay.drafts.Shape.Addressed.TOP;
import static karyalay.drafts.Shape.Part.COPIES;
import static karyalay.drafts.Shape.Part.REFERENCE;
import static karyalay.drafts.Shape.Part.SUBJECT;
import static karyalay.drafts.Shape.Part.TO;

import java.util.Set;

/// How a form is laid out, and what it must have (OP-80).
///
/// @param must the parts without which it is not submitted, besides a body
/// @param addressed where the addressees stand
/// @param title whether the form's name stands over it
/// @param salutation key of the usual salutation; empty for none
/// @param closing key of the usual close; empty for none
/// @param numberLabel key of the word before the number
/// @param senderFirst whether the signatory's name and post stand at the head (D.O. letters,
///   radiograms)
public record Shape(
    Set<Part> must,
    Addressed addressed,
    boolean title,
    String salutation,
    String closing,
    String numberLabel,
    boolean senderFirst) {

  /// What a form may need.
  public enum Part {
    SUBJECT,
    REFERENCE,
    TO,
    COPIES
  }

  /// Where the addressees stand.
  public enum Addressed {
    /// सेवा में, above the subject.
    TOP,
    /// Below the signature, at the left.
    FOOT,
    /// Only where there are any.
    NOT
  }

  private static final String SIR = "drafts.print.sir";
  private static final String FAITHFULLY = "drafts.print.faithfully";
  private static final String NUMBER = "drafts.print.number";

  static Shape of(LetterForm form) {
    return switch (form) {
      case LETTER -> new Shape(Set.of(SUBJECT, TO), TOP, false, SIR, FAITHFULLY, NUMBER, false);
      case REMINDER ->
          new Shape(Set.of(SUBJECT, TO, REFERENCE), TOP, true, SIR, FAITHFULLY, NUMBER, false);
      case DEMI_OFFICIAL_LETTER ->
          new Shape(
              Set.of(TO),
              FOOT,
              false,
              "drafts.print.dear",
              "drafts.print.sincerely",
              "drafts.print.do-number",
              true);
      case UNOFFICIAL_NOTE ->
          new Shape(Set.of(SUBJECT, TO), FOOT, true, "", "", "drafts.print.uo-number", false);
      case OFFICE_MEMORANDUM -> plain(FOOT, SUBJECT, TO);
      case CIRCULAR, EXPRESS_LETTER -> plain(TOP, SUBJECT, TO);
      case CRIME_MEETING -> plain(TOP, SUBJECT, TO);
      case SERVICE_OF_PROCESS -> plain(TOP, SUBJECT, TO, REFERENCE);
      case ORDER, OFFICE_ORDER, NOTIFICATION, RESOLUTION -> plain(NOT, SUBJECT, COPIES);
      case GOVERNMENT_ORDER, PRESS_NOTE, ORDERLY_ROOM -> plain(NOT, SUBJECT);
      case ENDORSEMENT -> plain(NOT, SUBJECT, COPIES);
      case RADIOGRAM -> new Shape(Set.of(TO), TOP, true, "", "", "drafts.print.radio-number", true);
    };
  }

  private static Shape plain(Addressed addressed, Part... must) {
    return new Shape(Set.of(must), addressed, true, "", "", NUMBER, false);
  }

  public boolean needs(Part part) {
    return must.contains(part);
  }
}
