package karyalay.scanning;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.documents.CleanPage;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;
import karyalay.documents.Documents;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.Look;
import karyalay.documents.PageCleaner;
import karyalay.documents.Stored;
import karyalay.scanning.PhoneStore.PageRow;
import karyalay.scanning.PhoneStore.Row;
import karyalay.shared.ActId;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What a telephone may do that shows the secret of a QR (OP-127): send pages, take its own off
/// again. It is told of nothing else, signs in nowhere and holds no transaction open while its line
/// is waited for.
@Service
public class Handset {
  /// Bytes of one photo, before it is made small.
  public static final long MOST = 20L << 20;

  /// Bytes of one page as it is kept.
  static final int PAGE = 250_000;

  /// A straightened page whose lines lean no more than this is left as it came.
  private static final double LEVEL = 0.7;

  private final PhoneStore store;
  private final PhonePages pages;
  private final Documents documents;
  private final PageCleaner cleaner;
  private final Attachments attachments;
  private final WrongSecrets wrong;
  private final Acts acts;
  private final OfficeTime time;

  Handset(
      PhoneStore store,
      PhonePages pages,
      Documents documents,
      PageCleaner cleaner,
      Attachments attachments,
      WrongSecrets wrong,
      Acts acts,
      OfficeTime time) {
    this.store = store;
    this.pages = pages;
    this.documents = documents;
    this.cleaner = cleaner;
    this.attachments = attachments;
    this.wrong = wrong;
    this.acts = acts;
    this.time = time;
  }

  /// What a telephone shows for itself.
  ///
  /// @param secret of the QR
  /// @param handset of its own making, by which the same telephone is known again
  /// @param address from where it asks
  public record Key(String secret, String handset, String address) {}

  /// @param seconds until the QR is over: a telephone's clock may be wrong
  /// @param pages ids and serials of what this telephone has sent
  public record Shown(long seconds, List<Sent> pages) {}

  public record Sent(UUID page, int serial) {}

  /// A photo to be taken in.
  ///
  /// @param bytes its length as announced; negative when not
  /// @param straightened whether the telephone has made it a page already
  /// @param again to be taken although it looks like another
  /// @param instead the page whose place it takes
  public record Photo(
      InputStream in, long bytes, boolean straightened, boolean again, @Nullable UUID instead) {}

  /// The telephone is here. The first that comes is the only one from then on.
  ///
  /// @throws Refused `QR_UNKNOWN`, `QR_OVER`, `FORM_GONE`, `OTHER_PHONE`, `TOO_OFTEN`
  public Shown open(Key key) {
    Row row = admit(key);
    return new Shown(
        Duration.between(time.now(), row.until()).toSeconds(),
        store.pages(row.id()).stream().map(page -> new Sent(page.id(), page.serial())).toList());
  }

  /// Takes a page in: kept as it came, straightened, and put behind the others or in the place of
  /// one. The same id again does nothing.
  ///
  /// @param page the telephone's own name for it
  /// @return its serial
  /// @throws Refused as {@link #open}; `TOO_MANY_PAGES`, `PHOTO_TOO_LARGE` and `NO_PHOTO` before or
  ///   at its arrival; `PAGE_HERE`, `PAGE_ALIKE`; and as {@link Documents#receive}
  public int take(Key key, UUID page, Photo photo) {
    Row row = admit(key);
    var known = store.page(row.id(), page);
    if (known.isPresent()) return known.get().serial();
    List<PageRow> others =
        store.pages(row.id()).stream().filter(one -> !one.id().equals(photo.instead())).toList();
    PhoneRules.requireRoom(others.size(), row.arrivals());
    if (photo.bytes() > MOST) throw tooLarge();
    store.arriving(row.id());
    Stored received = receive(photo);
    requireNew(received, others);
    Page seen = straighten(received, photo);
    if (!photo.again() && !seen.blank()) requireOther(seen.likeness(), others);
    DocumentId kept = keep(row, received, seen.made());
    var upload = attachments.offer(row.person(), kept, "");
    return pages.add(
        row.id(),
        new PageRow(page, 0, upload.id(), received.sha256(), seen.likeness()),
        photo.instead());
  }

  private Stored receive(Photo photo) {
    try {
      return documents.receive(photo.in(), MOST, List.of(DocumentType.JPEG, DocumentType.PNG));
    } catch (Refused refused) {
      if (refused.reason() == DocumentsRefusal.TYPE_NOT_TAKEN)
        throw new Refused(ScanningRefusal.NO_PHOTO);
      if (refused.reason() == DocumentsRefusal.TOO_LARGE) throw tooLarge();
      throw refused;
    }
  }

  private static Refused tooLarge() {
    return new Refused(ScanningRefusal.PHOTO_TOO_LARGE, Long.toString(MOST >> 20));
  }

  private static void requireNew(Stored received, List<PageRow> others) {
    for (PageRow other : others)
      if (java.util.Arrays.equals(other.received(), received.sha256()))
        throw new Refused(ScanningRefusal.PAGE_HERE, Integer.toString(other.serial()));
  }

  private static void requireOther(byte[] likeness, List<PageRow> others) {
    var alike = PhoneRules.alike(likeness, others);
    if (alike.isPresent())
      throw new Refused(ScanningRefusal.PAGE_ALIKE, Integer.toString(alike.get().serial()));
  }

  /// @param made null when the page stays as it came
  private record Page(boolean blank, byte[] likeness, @Nullable CleanPage made) {}

  /// What the telephone has made small and straight stays as it came; all else is made so here.
  private Page straighten(Stored received, Photo photo) {
    if (photo.straightened() && received.bytes() <= PAGE) {
      var seen = cleaner.glance(received.id(), 1);
      if (Math.abs(seen.angle()) < LEVEL) return new Page(seen.blank(), seen.likeness(), null);
    }
    Look look = photo.straightened() ? Look.SCAN : Look.PHOTO;
    CleanPage made = cleaner.clean(received.id(), 1, look, 0);
    return new Page(made.blank(), made.likeness(), made);
  }

  private DocumentId keep(Row row, Stored received, @Nullable CleanPage made) {
    if (made == null) return received.id();
    DocumentId kept = cleaner.keep(made).id();
    store.cleaned(kept, received.id(), row.person(), time.now());
    return kept;
  }

  /// Takes one of its pages off.
  public void remove(Key key, UUID page) {
    Row row = admit(key);
    if (store.page(row.id(), page).isEmpty()) throw new Refused(SharedRefusal.NOT_FOUND);
    pages.remove(row.id(), page);
  }

  private Row admit(Key key) {
    wrong.requireFew(key.address());
    Row row = store.find(Phones.hash(key.secret())).orElseThrow(() -> wrong.counted(key.address()));
    boolean ended = row.ended() || acts.done(new ActId(row.form()));
    PhoneRules.requireOpen(ended, row.until(), time.now());
    if (key.handset().length() < 16 || !store.bind(row.id(), Phones.hash(key.handset())))
      throw new Refused(ScanningRefusal.OTHER_PHONE);
    return row;
  }
}
