package karyalay.mailbox.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import karyalay.mailbox.Mail;
import karyalay.mailbox.Mailing;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The mail tray for other systems.
@RestController
@RequestMapping("/api/v1/mail")
class MailApi {
  private static final int PAGE = 50;

  private final Mailing mailing;

  MailApi(Mailing mailing) {
    this.mailing = mailing;
  }

  /// @param inMailbox whether it is too large and stays in the mailbox
  /// @param number under which it was diarised; empty when it was not
  record MailJson(
      UUID id,
      String state,
      String fromName,
      String fromAddress,
      String subject,
      @Nullable Instant sent,
      Instant arrived,
      long bytes,
      boolean inMailbox,
      boolean reply,
      int enclosures,
      String number) {
    static MailJson of(Mail it) {
      var settled = it.settled();
      return new MailJson(
          it.id(),
          it.state().name(),
          it.fromName(),
          it.fromAddress(),
          it.subject(),
          it.sent(),
          it.arrived(),
          it.bytes(),
          it.document() == null,
          !it.answers().isEmpty(),
          it.enclosures(),
          settled == null ? "" : settled.number());
    }
  }

  /// @param left reason why it was left within the e-mail; empty when it is a document
  record EnclosureJson(int serial, String name, String type, long bytes, String left) {}

  record OpenJson(MailJson mail, String words, List<EnclosureJson> enclosures) {}

  @GetMapping
  @MayCall(CHAIR)
  List<MailJson> tray(
      @RequestParam(defaultValue = "WAITING") Mail.State state,
      @RequestParam(defaultValue = "0") int from,
      Caller caller) {
    return mailing.of(caller.seat().post(), state, Math.clamp(from, 0, 1_000_000), PAGE).stream()
        .map(MailJson::of)
        .toList();
  }

  @GetMapping("/{message}")
  @MayCall(CHAIR)
  OpenJson one(@PathVariable UUID message, Caller caller) {
    Mail.Open open = mailing.open(message, caller.seat().post());
    var enclosures =
        open.enclosures().stream()
            .map(it ->
                new EnclosureJson(it.serial(), it.name(), it.type(), it.bytes(), it.refusal()))
            .toList();
    return new OpenJson(MailJson.of(open.mail()), open.mail().words(), enclosures);
  }

  /// @param enclosures serials of those that become pages; null for all
  record Begin(@Nullable Set<Integer> enclosures) {}

  record Begun(UUID entry) {}

  @PostMapping("/{message}/entry")
  @MayCall(CHAIR)
  Begun begin(@PathVariable UUID message, @RequestBody Begin begin, Act act, Caller caller) {
    Set<Integer> wanted = begin.enclosures();
    if (wanted == null)
      wanted =
          mailing.open(message, caller.seat().post()).enclosures().stream()
              .map(Mail.Enclosure::serial)
              .collect(java.util.stream.Collectors.toSet());
    return new Begun(mailing.begin(act, message, wanted).value());
  }

  record Aside(Mail.Reason reason, @Nullable String remark) {}

  @PostMapping("/{message}/putting-aside")
  @MayCall(CHAIR)
  void putAside(@PathVariable UUID message, @RequestBody Aside aside, Act act) {
    String remark = aside.remark();
    mailing.putAside(act, message, aside.reason(), remark == null ? "" : remark);
  }

  @PostMapping("/{message}/taking-back")
  @MayCall(CHAIR)
  void takeBack(@PathVariable UUID message, Act act) {
    mailing.takeBack(act, message);
  }
}
