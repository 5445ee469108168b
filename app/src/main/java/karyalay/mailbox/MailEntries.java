package karyalay.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.dak.Arrival;
import karyalay.dak.Entries;
import karyalay.dak.Field;
import karyalay.dak.Original;
import karyalay.dak.Particulars;
import karyalay.dak.Questions;
import karyalay.dak.Sender;
import karyalay.dak.Shape;
import karyalay.desk.Attachments;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;
import karyalay.documents.DocumentId;
import karyalay.documents.Stored;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes an e-mail into an entry of the diary: what it says of itself is filled in, the clerk
/// completes it.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MailEntries {
  private static final String MODE = "e-mail";

  private final Entries entries;
  private final Attachments attachments;
  private final MessageStore store;
  private final OfficeTime time;

  MailEntries(Entries entries, Attachments attachments, MessageStore store, OfficeTime time) {
    this.entries = entries;
    this.attachments = attachments;
    this.store = store;
    this.time = time;
  }

  /// @param cover the e-mail's own words as a document; the first pages
  List<Entry> begin(
      Act act, ContentId id, Mail mail, Stored cover, List<Mail.Enclosure> enclosures) {
    List<UUID> uploads = new ArrayList<>();
    uploads.add(attachments.offer(act.person(), cover.id(), "ई-मेल.pdf").id());
    for (Mail.Enclosure one : enclosures) {
      DocumentId document = one.document();
      if (document != null) uploads.add(attachments.offer(act.person(), document, one.name()).id());
    }
    store.begun(id, mail.id(), act.person(), time.now());
    Entry kept = entries.fromMail(act, id, particulars(mail), uploads, mail.id());
    return List.of(
        kept, new Entry("mailbox.begun", "message/" + mail.id(), Map.of("content", id.toString())));
  }

  private Particulars particulars(Mail mail) {
    LocalDate today = time.today();
    LocalDate arrived = OfficeTime.day(mail.arrived());
    return new Particulars(
        Shape.LETTER,
        new Arrival(
            arrived.isAfter(today) ? today : arrived, dated(mail.sent(), today), MODE, false),
        "",
        "",
        "",
        false,
        "",
        sender(mail),
        "",
        "",
        cut(mail.subject(), Field.SUBJECT),
        "",
        Urgency.ORDINARY,
        Classification.NORMAL,
        "",
        List.of(),
        List.of(),
        new Original(Original.Keeping.BUNDLE, ""),
        Questions.UNANSWERED);
  }

  /// A clock that runs ahead says no date of a letter.
  private static @Nullable LocalDate dated(@Nullable Instant sent, LocalDate today) {
    if (sent == null) return null;
    LocalDate day = OfficeTime.day(sent);
    return day.isAfter(today) || day.getYear() < 1990 ? null : day;
  }

  private static Sender sender(Mail mail) {
    String name = mail.fromName().isBlank() ? mail.fromAddress() : mail.fromName();
    return new Sender(
        cut(name, Field.SENDER_NAME),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        cut(mail.fromAddress(), Field.SENDER_EMAIL));
  }

  private static String cut(String text, Field field) {
    return text.length() <= field.limit() ? text : text.substring(0, field.limit());
  }
}
