package karyalay.desk;

import static karyalay.desk.DeskRefusal.UPLOAD_GONE;
import static karyalay.documents.DocumentsRefusal.NO_SUCH_PAGE;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import karyalay.desk.AttachmentStore.Sent;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.documents.Original;
import karyalay.documents.PageImage;
import karyalay.documents.PageSize;
import karyalay.documents.Stored;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The documents of a content, and what was uploaded to become one.
///
/// An upload is no act: it promises nothing, and nobody but its sender sees it. The act is that
/// which attaches it. Whoever asks for a content's pages has opened one of its papers through
/// {@link Reading} first.
@Service
public class Attachments {
  private final AttachmentStore store;
  private final Documents documents;
  private final OfficeTime time;
  private final ObjectProvider<UploadWatcher> watchers;

  Attachments(
      AttachmentStore store,
      Documents documents,
      OfficeTime time,
      ObjectProvider<UploadWatcher> watchers) {
    this.store = store;
    this.documents = documents;
    this.time = time;
    this.watchers = watchers;
  }

  /// Receives a document to be attached later. Takes as long as the sender's line, and holds no
  /// transaction open meanwhile.
  ///
  /// @param name what the sender calls it; nothing is concluded from it
  /// @throws Refused as {@link karyalay.documents.DocumentsRefusal} says
  @Transactional(propagation = Propagation.NEVER)
  public Upload receive(PersonId by, InputStream in, String name) {
    Stored stored = documents.receive(in);
    var sent = new Sent(Ids.next(), stored.id(), FileName.clean(name));
    store.insert(sent.id(), by, stored.id(), sent.name(), time.now());
    return upload(sent, stored);
  }

  /// Lays a document that is stored already before a person, as if he had sent it himself: a letter
  /// that was cut out of a pile. Whoever calls has made sure that he may see it.
  ///
  /// @param id of the upload, given by the caller, so that it is made once
  public void offer(UUID id, PersonId to, DocumentId document, String name) {
    store.insert(id, to, document, FileName.clean(name), time.now());
  }

  private static Upload upload(Sent sent, Stored stored) {
    return new Upload(
        sent.id(), stored.id(), sent.name(), stored.type(), stored.bytes(), stored.pages());
  }

  /// Makes an upload of a document that came in by another way, as a page straightened here.
  ///
  /// @param by whose upload it is
  public Upload offer(PersonId by, DocumentId document, String name) {
    Stored stored = documents.find(document);
    var sent = new Sent(Ids.next(), stored.id(), FileName.clean(name));
    store.insert(sent.id(), by, stored.id(), sent.name(), time.now());
    return upload(sent, stored);
  }

  /// A person's own uploads that are not attached yet, in the order asked for; for a form that is
  /// shown again. Others are left out.
  public List<Upload> uploads(Collection<UUID> ids, PersonId by) {
    Map<UUID, Sent> sent = byId(store.unused(ids, by));
    Map<DocumentId, Stored> stored = stored(sent.values());
    return new LinkedHashSet<>(ids)
        .stream()
            .filter(sent::containsKey)
            .map(sent::get)
            .map(one -> upload(one, known(stored, one.document())))
            .toList();
  }

  /// A page of an upload, for its sender and until it is attached: then reach decides.
  ///
  /// @throws Refused `NOT_FOUND` for everybody else
  public PageImage uploadedPage(UUID id, PersonId by, int page, PageSize size) {
    Sent sent =
        store.unused(List.of(id), by).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return documents.page(sent.document(), page, size);
  }

  /// Attaches uploads to a content, behind what it has, in this order.
  ///
  /// @param uploads the actor's own, each once
  /// @return what the door appends to the ledger with its own entry: the hash of every document.
  ///   Empty when there are no uploads
  /// @throws Refused `UPLOAD_GONE` when one is another's, was attached before or never was
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> attach(Act act, ContentId content, List<UUID> uploads) {
    var wanted = new LinkedHashSet<>(uploads);
    if (wanted.isEmpty()) return List.of();
    Instant now = time.now();
    Map<UUID, Sent> used = byId(store.use(wanted, act.person(), now));
    if (used.size() != wanted.size()) throw new Refused(UPLOAD_GONE);
    List<Sent> sent = wanted.stream().map(id -> known(used, id)).toList();
    Map<DocumentId, Stored> found = stored(sent);
    List<Stored> stored = sent.stream().map(one -> known(found, one.document())).toList();
    List<String> names = sent.stream().map(Sent::name).toList();
    int first = store.append(content, names, stored, act.person(), now);
    var entries = new ArrayList<Entry>();
    entries.add(
        new Entry(
            "desk.attached", "content/" + content, Map.of("documents", words(first, stored))));
    watchers
        .orderedStream()
        .forEach(watcher -> entries.addAll(watcher.attached(act, content, List.copyOf(wanted))));
    return entries;
  }

  /// Attaches a document that is stored already, as a letter that arrives by wire.
  ///
  /// @param name as its receiver sees it
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> attachStored(Act act, ContentId content, DocumentId document, String name) {
    List<Stored> stored = List.of(documents.find(document));
    List<String> names = List.of(FileName.clean(name));
    int first = store.append(content, names, stored, act.person(), time.now());
    return List.of(
        new Entry(
            "desk.attached", "content/" + content, Map.of("documents", words(first, stored))));
  }

  /// Takes an upload for something that is no page of a content, as the scan of a receiver's
  /// signature. It is used up by it.
  ///
  /// @throws Refused `UPLOAD_GONE` when it is another's, was attached before or never was
  @Transactional(propagation = Propagation.MANDATORY)
  public DocumentId claim(Act act, UUID upload) {
    return store.use(List.of(upload), act.person(), time.now()).stream()
        .findFirst()
        .orElseThrow(() -> new Refused(UPLOAD_GONE))
        .document();
  }

  private static List<Map<String, Object>> words(int first, List<Stored> documents) {
    List<Map<String, Object>> words = new ArrayList<>();
    for (Stored document : documents)
      words.add(
          Map.of(
              "serial",
              first + words.size(),
              "sha256",
              document.hash(),
              "type",
              document.type().name(),
              "bytes",
              document.bytes(),
              "pages",
              document.pages()));
    return words;
  }

  /// The documents of a content, in page order.
  public List<Attachment> of(ContentId content) {
    return store.of(content);
  }

  /// How many pages all documents of a content have together.
  public int pageCount(ContentId content) {
    return store.pages(content);
  }

  /// A page, counted through all documents of the content.
  ///
  /// @throws Refused `NO_SUCH_PAGE` and what {@link Documents#page} says
  public PageImage page(ContentId content, int page, PageSize size) {
    var spot = store.spot(content, page).orElseThrow(() -> new Refused(NO_SUCH_PAGE));
    return documents.page(spot.document(), spot.page(), size);
  }

  /// A document's own bytes, with the name under which it is downloaded.
  ///
  /// @throws Refused `NOT_FOUND`
  public Download original(ContentId content, int serial) {
    Attachment attachment =
        of(content).stream()
            .filter(one -> one.serial() == serial)
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return new Download(FileName.download(attachment), documents.original(attachment.document()));
  }

  /// @param name ends as its type ends
  public record Download(String name, Original original) {}

  private Map<DocumentId, Stored> stored(Collection<Sent> sent) {
    return documents.find(sent.stream().map(Sent::document).toList());
  }

  private static Map<UUID, Sent> byId(List<Sent> sent) {
    return sent.stream().collect(Collectors.toMap(Sent::id, Function.identity()));
  }

  /// A row that another row names exists.
  private static <K, V> V known(Map<K, V> rows, K id) {
    V row = rows.get(id);
    if (row == null) throw new IllegalStateException("no row " + id);
    return row;
  }
}
