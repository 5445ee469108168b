package karyalay.drafts.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.drafts.Address;
import karyalay.drafts.Addressing;
import karyalay.drafts.Enclosure;
import karyalay.drafts.LetterDetails;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterLine;
import karyalay.drafts.LetterState;
import karyalay.drafts.Nature;
import karyalay.drafts.Party;
import karyalay.drafts.SignatureRuns;
import karyalay.drafts.Step;
import karyalay.shared.ContentId;
import org.jspecify.annotations.Nullable;

/// What the API says of letters.
final class LetterJson {
  private LetterJson() {}

  /// @param to a mark, or the name of a group, an office or somebody in the address book; in
  ///   answers a token that may be sent back
  record PartyJson(
      Party.@Nullable Role role, String to, @Nullable String purpose, @Nullable Address address) {
    static PartyJson of(Party party) {
      return new PartyJson(
          party.role(), Addressing.token(party.target()), party.purpose(), party.address());
    }
  }

  record EnclosureJson(UUID content, int serial, @Nullable String name) {
    Enclosure enclosure() {
      return new Enclosure(new ContentId(content), serial, "", 0);
    }

    static EnclosureJson of(Enclosure one) {
      return new EnclosureJson(one.content().value(), one.serial(), one.name());
    }
  }

  record StepJson(Step step, int version, String by, String name, Instant at, String remark) {
    static StepJson of(LetterDetails.StepLine line) {
      return new StepJson(
          line.step(), line.version(), line.mark(), line.nameHi(), line.at(), line.remark());
    }
  }

  record IssueJson(
      String number,
      LocalDate on,
      Instant signedAt,
      String by,
      String sha256,
      int pages,
      String code) {
    static @Nullable IssueJson of(LetterDetails.@Nullable Issue it) {
      return it == null
          ? null
          : new IssueJson(
              it.number(), it.on(), it.signedAt(), it.nameHi(), it.sha256(), it.pages(), it.code());
    }
  }

  /// A letter.
  ///
  /// @param revision sent back with a change
  /// @param form a code of the master `FORM`
  /// @param text the words of the body; `body` is its structure, empty where the words give it
  /// @param signatory mark of the post
  /// @param issue null until it is signed
  record WholeJson(
      UUID id,
      UUID paper,
      LetterState state,
      int version,
      int revision,
      String form,
      Nature nature,
      String prefix,
      String language,
      String subject,
      String reference,
      String salutation,
      String closing,
      String text,
      String body,
      String signatory,
      List<PartyJson> parties,
      List<EnclosureJson> enclosures,
      List<StepJson> steps,
      @Nullable IssueJson issue) {
    static WholeJson of(LetterDetails it) {
      var words = it.words();
      return new WholeJson(
          it.id().value(),
          it.card().paper().id().value(),
          it.state(),
          it.head().version(),
          it.revision(),
          words.form().code(),
          words.nature(),
          words.prefix(),
          words.language(),
          words.subject(),
          words.reference(),
          words.salutation(),
          words.closing(),
          words.body().plain(),
          words.body().rich(),
          it.signatory().mark(),
          words.parties().stream().map(PartyJson::of).toList(),
          words.enclosures().stream().map(EnclosureJson::of).toList(),
          it.steps().stream().map(StepJson::of).toList(),
          IssueJson.of(it.issue()));
    }
  }

  /// @param subject empty where the caller is not named on the paper (OP-86)
  record LineJson(
      UUID id,
      UUID paper,
      String paperNumber,
      String form,
      Nature nature,
      LetterState state,
      String subject,
      String signatory,
      String number,
      Instant changedAt) {
    static LineJson of(LetterLine line) {
      return new LineJson(
          line.id().value(),
          line.paper().value(),
          line.paperNumber(),
          line.form().code(),
          line.nature(),
          line.state(),
          line.subject(),
          line.signatory(),
          line.number(),
          line.changedAt());
    }
  }

  /// @param cursor for the page after; empty at the end
  record LinesJson(List<LineJson> letters, String cursor) {}

  record NewJson(
      @Nullable String form,
      @Nullable Nature nature,
      @Nullable String template,
      @Nullable String language,
      @Nullable String prefix,
      @Nullable String subject,
      @Nullable String reference,
      @Nullable String signatory,
      java.util.@Nullable Map<String, String> answers) {}

  /// What a change sends: what is left out stays.
  record ChangeJson(
      int revision,
      @Nullable String form,
      @Nullable Nature nature,
      @Nullable String prefix,
      @Nullable String language,
      @Nullable String subject,
      @Nullable String reference,
      @Nullable String salutation,
      @Nullable String closing,
      @Nullable String text,
      @Nullable String body,
      @Nullable String signatory,
      @Nullable List<PartyJson> parties,
      @Nullable List<EnclosureJson> enclosures) {}

  record SubmitJson(@Nullable String to) {}

  record ReasonJson(@Nullable String reason, @Nullable Boolean paper) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  record SignJson(@Nullable List<UUID> letters, @Nullable String pin) {}

  /// @param reason key of the sentence that says why; empty when it was signed or waits
  record ItemJson(
      UUID letter, String number, SignatureRuns.State state, String reason, List<String> said) {
    static ItemJson of(SignatureRuns.Item item) {
      return new ItemJson(
          item.letter().value(), item.number(), item.state(), item.reason(), item.said());
    }
  }

  record RunJson(UUID id, boolean running, boolean stopped, List<ItemJson> letters) {
    static RunJson of(SignatureRuns.Progress it) {
      return new RunJson(
          it.run(), it.running(), it.stopped(), it.items().stream().map(ItemJson::of).toList());
    }
  }

  static LetterForm form(String code) {
    return LetterForm.of(code)
        .orElseThrow(() ->
            new karyalay.shared.Refused(karyalay.shared.SharedRefusal.NOT_UNDERSTOOD, "form"));
  }
}
