package karyalay.scanning;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import karyalay.desk.Attachments;
import karyalay.desk.Upload;
import karyalay.scanning.PhoneStore.PageRow;
import karyalay.scanning.PhoneStore.Row;
import karyalay.shared.ActId;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The computer's side of the telephone as a scanner (OP-127): a QR for one form of one person, and
/// the pages that came by it. Pages are uploads of that person; no act is done before the form that
/// names them is sent.
@Service
@Transactional
public class Phones {
  static final Duration VALID = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int SECRET = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PhoneStore store;
  private final Attachments attachments;
  private final Acts acts;
  private final OfficeTime time;

  Phones(PhoneStore store, Attachments attachments, Acts acts, OfficeTime time) {
    this.store = store;
    this.attachments = attachments;
    this.acts = acts;
    this.time = time;
  }

  /// @param secret stands in the QR and nowhere else: the database keeps its hash
  public record Opened(UUID id, String secret, Instant until) {}

  /// A QR for this form, valid for fifteen minutes; an earlier one for it is worth nothing from now
  /// on, and its pages stay.
  ///
  /// @param form the act under which the form will be sent
  /// @throws Refused `FORM_GONE` when it was sent
  public Opened open(PersonId by, UUID form) {
    if (acts.done(new ActId(form))) throw new Refused(ScanningRefusal.FORM_GONE);
    byte[] random = new byte[SECRET];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = time.now();
    UUID id = store.renew(Ids.next(), by, form, hash(secret), now.plus(VALID), now);
    return new Opened(id, secret, now.plus(VALID));
  }

  static byte[] hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  /// What has come. Asked every second while the QR is shown, so it is one look at one row when
  /// nothing is new.
  ///
  /// @param seen so many changes the asker knows of: then the sheets are left out
  /// @throws Refused `NOT_FOUND` for everybody but whose form it is
  @Transactional(readOnly = true)
  public Phone state(UUID id, PersonId by, int seen) {
    Row row = row(id, by);
    boolean sent = seen < 0 && acts.done(new ActId(row.form()));
    boolean over = sent || row.ended() || !time.now().isBefore(row.until());
    boolean known = seen == row.changes();
    List<Phone.Sheet> sheets = known ? List.of() : sheets(id, by);
    return new Phone(id, row.changes(), row.until(), row.shown(), over, sheets);
  }

  private List<Phone.Sheet> sheets(UUID id, PersonId by) {
    List<PageRow> pages = store.pages(id);
    Map<UUID, Upload> uploads =
        attachments.uploads(pages.stream().map(PageRow::upload).toList(), by).stream()
            .collect(Collectors.toMap(Upload::id, Function.identity()));
    return pages.stream()
        .flatMap(page ->
            Optional.ofNullable(uploads.get(page.upload())).stream()
                .map(upload -> new Phone.Sheet(page.id(), page.serial(), upload)))
        .toList();
  }

  /// Takes a page off; the upload is named by nobody any more.
  public void remove(UUID id, PersonId by, UUID page) {
    var row = row(id, by);
    store.remove(row.id(), page, time.now());
    store.change(row.id());
  }

  /// The form was drawn anew, as after a refusal, and will be sent under this act.
  ///
  /// @throws Refused `FORM_GONE` when it was sent: the next entry has a QR of its own
  public void move(UUID id, PersonId by, UUID form) {
    Row row = row(id, by);
    if (acts.done(new ActId(row.form()))) throw new Refused(ScanningRefusal.FORM_GONE);
    store.move(row.id(), form);
  }

  /// Nothing more shall come.
  public void end(UUID id, PersonId by) {
    store.end(row(id, by).id(), time.now());
  }

  /// Rows that serve nobody any more; documents and what they were made from stay.
  @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
  void sweep() {
    var _ = store.forget(time.now().minus(KEPT));
  }

  private Row row(UUID id, PersonId by) {
    return store.find(id, by).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }
}
