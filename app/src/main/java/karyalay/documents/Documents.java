package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.NO_SUCH_PAGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import karyalay.documents.Blobs.Incoming;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Task;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The door to papers as bytes. It has no routes and asks nobody's permission: that is done by
/// `desk`, through which alone bytes leave.
///
/// Receiving takes as long as the sender's line, so nothing here holds a transaction open; the row
/// is written last, in one statement, when bytes and folder are safe on the disk. Bytes that no row
/// names are harmless and wait for a collector.
@Service
public class Documents {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  private final Blobs blobs;
  private final Decoders decoders;
  private final PageImages images;
  private final LookAhead ahead;
  private final DocumentStore store;
  private final DocumentSettings settings;
  private final OfficeTime time;

  Documents(
      Blobs blobs,
      Decoders decoders,
      PageImages images,
      LookAhead ahead,
      DocumentStore store,
      DocumentSettings settings,
      OfficeTime time) {
    this.blobs = blobs;
    this.decoders = decoders;
    this.images = images;
    this.ahead = ahead;
    this.store = store;
    this.settings = settings;
    this.time = time;
  }

  /// Receives a document: to the disk, looked through by a decoder, first page drawn, kept.
  ///
  /// @param in read to its end, not closed
  /// @throws Refused {@link DocumentsRefusal}; then nothing is left of it
  public Stored receive(InputStream in) {
    return receive(in, settings.limit().toBytes(), List.of(DocumentType.values()));
  }

  /// The same for a place where not everything is taken.
  ///
  /// @param most bytes
  /// @param taken other types are `TYPE_NOT_TAKEN`
  public Stored receive(InputStream in, long most, List<DocumentType> taken) {
    Incoming incoming = blobs.take(in, Math.min(most, settings.limit().toBytes()));
    try {
      DocumentType type = FirstBytes.type(incoming.first());
      if (!taken.contains(type)) throw new Refused(DocumentsRefusal.TYPE_NOT_TAKEN);
      int pages = examine(incoming, type);
      blobs.keep(incoming);
      var document =
          new Stored(DocumentId.next(), incoming.sha256(), type, incoming.bytes(), pages);
      store.insert(document, time.now());
      ahead.after(document, 0);
      return document;
    } catch (IOException e) {
      throw fault(e);
    } finally {
      blobs.drop(incoming);
    }
  }

  /// Keeps a PDF that this program made: no stranger's bytes, so no decoder looks through them
  /// first. Takes part in the caller's transaction.
  ///
  /// @param pages how many it has
  public Stored keep(byte[] pdf, int pages) {
    return keep(pdf, DocumentType.PDF, pages);
  }

  Stored keep(byte[] made, DocumentType type, int pages) {
    return keep(new ByteArrayInputStream(made), made.length, type, pages);
  }

  private Stored keep(InputStream made, long most, DocumentType type, int pages) {
    Incoming incoming = blobs.take(made, most);
    try {
      blobs.keep(incoming);
      var document =
          new Stored(DocumentId.next(), incoming.sha256(), type, incoming.bytes(), pages);
      store.insert(document, time.now());
      return document;
    } catch (IOException e) {
      throw fault(e);
    } finally {
      blobs.drop(incoming);
    }
  }

  /// What somebody showed us.
  public record Inspected(DocumentType type, byte[] bytes) {}

  /// Looks a document through in a decoder as {@link #receive} does, gives its bytes back and keeps
  /// nothing.
  ///
  /// @param most how many bytes it may have: they are held in memory
  /// @throws Refused {@link DocumentsRefusal}
  public Inspected inspect(InputStream in, long most) {
    Incoming incoming = blobs.take(in, most);
    try {
      DocumentType type = FirstBytes.type(incoming.first());
      var _ = examine(incoming, type);
      return new Inspected(type, Files.readAllBytes(incoming.file()));
    } catch (IOException e) {
      throw fault(e);
    } finally {
      blobs.drop(incoming);
    }
  }

  private int examine(Incoming incoming, DocumentType type) {
    Answer answer = decoders.call(new Task.Examine(incoming.file(), type.format()));
    return switch (answer) {
      case Answer.Examined(int pages) -> pages;
      case Answer.Failed(var fault) -> throw DocumentsRefusal.of(fault, settings);
      case Answer.Drawn _, Answer.Cleaned _, Answer.Sheets _, Answer.Unpacked _ ->
          throw new IllegalStateException("decoder answered another question");
    };
  }

  /// What is known of a document.
  ///
  /// @throws Refused `NOT_FOUND`
  public Stored find(DocumentId id) {
    return store.find(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// The same for many, in one statement.
  public Map<DocumentId, Stored> find(Collection<DocumentId> ids) {
    return store.find(ids).stream().collect(Collectors.toMap(Stored::id, Function.identity()));
  }

  /// The bytes as they were received, checked while they are read.
  public Original original(DocumentId id) {
    Stored document = find(id);
    try {
      return new Original(document, blobs.open(document.sha256(), document.bytes()));
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /// A page as a picture. The first asking draws it; the pages after it are drawn ahead.
  ///
  /// @param page from 1
  /// @throws Refused `NO_SUCH_PAGE`, `PAGE_NOT_SHOWN`, `BUSY`
  public PageImage page(DocumentId id, int page, PageSize size) {
    Stored document = find(id);
    if (page < 1 || page > document.pages()) throw new Refused(NO_SUCH_PAGE);
    try {
      byte[] jpeg = images.image(document, page, size);
      if (size == PageSize.PAGE) ahead.after(document, page);
      return new PageImage(jpeg, id + "-" + page + "-" + size.code());
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /// How much of a page is not bare paper, in parts of 100,000. The page is drawn for it, and then
  /// waits to be shown.
  ///
  /// @throws Refused `NO_SUCH_PAGE`, `PAGE_NOT_SHOWN`, `BUSY`
  public int ink(DocumentId id, int page) {
    Stored document = find(id);
    if (page < 1 || page > document.pages()) throw new Refused(NO_SUCH_PAGE);
    try {
      return images.ink(document, page);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /// One page of what is assembled.
  ///
  /// @param page from 1
  /// @param turn by how many degrees it is turned to the right: 0, 90, 180 or 270
  public record Leaf(DocumentId document, int page, int turn) {}

  /// Makes a PDF of pages of documents that are stored, in this order, and keeps it as a document
  /// of its own. The pages are carried over as they are, not drawn anew; the documents stay. Takes
  /// seconds, so no transaction is held open meanwhile.
  ///
  /// @throws Refused `TOO_HEAVY`, `BUSY`, `TOO_LARGE`, `DISK_FULL`
  public Stored assemble(List<Leaf> leaves) {
    var stored = find(leaves.stream().map(Leaf::document).distinct().toList());
    try {
      Path target = blobs.scratch();
      try {
        assemble(target, pieces(leaves, stored));
        try (InputStream in = Files.newInputStream(target)) {
          return keep(in, settings.limit().toBytes(), DocumentType.PDF, leaves.size());
        }
      } finally {
        Files.deleteIfExists(target);
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private void assemble(Path target, List<Task.Piece> pieces) {
    Answer answer = decoders.call(new Task.Assemble(target, pieces), pieces.size());
    switch (answer) {
      case Answer.Examined(int pages) when pages == pieces.size() -> {}
      case Answer.Failed(var fault) -> throw DocumentsRefusal.of(fault, settings);
      case Answer.Examined _,
          Answer.Drawn _,
          Answer.Cleaned _,
          Answer.Sheets _,
          Answer.Unpacked _ ->
          throw new IllegalStateException("decoder answered another question");
    }
  }

  private List<Task.Piece> pieces(List<Leaf> leaves, Map<DocumentId, Stored> stored)
      throws IOException {
    Map<DocumentId, Path> files = new HashMap<>();
    for (Stored one : stored.values()) files.put(one.id(), blobs.file(one.sha256(), one.bytes()));
    List<Task.Piece> pieces = new ArrayList<>();
    for (Leaf leaf : leaves) {
      Stored document = stored.get(leaf.document());
      Path file = files.get(leaf.document());
      if (document == null || file == null) throw new Refused(SharedRefusal.NOT_FOUND);
      if (leaf.page() < 1 || leaf.page() > document.pages()) throw new Refused(NO_SUCH_PAGE);
      pieces.add(new Task.Piece(file, document.type().format(), leaf.page(), leaf.turn()));
    }
    return pieces;
  }

  private static RuntimeException fault(IOException e) {
    LOG.error("document store: {}", e.getMessage());
    return DiskBlobs.fault(e);
  }
}
