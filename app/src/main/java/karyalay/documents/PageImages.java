package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.BUSY;
import static karyalay.documents.DocumentsRefusal.PAGE_NOT_SHOWN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Task;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// Pictures of pages, made when first asked for and kept in `derived`, which may be emptied at any
/// time.
@Component
class PageImages {
  private static final int QUEUE_SECONDS = 45;

  /// What reading needs is drawn together, since opening and drawing cost more than scaling down.
  private static final List<PageSize> TOGETHER = List.of(PageSize.PAGE, PageSize.THUMBNAIL);

  private final Path root;
  private final Blobs blobs;
  private final Decoders decoders;
  private final List<ReentrantLock> locks =
      IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toList();

  PageImages(DocumentSettings settings, Blobs blobs, Decoders decoders) {
    this.root = settings.folder().toAbsolutePath().resolve("derived").resolve("pages");
    this.blobs = blobs;
    this.decoders = decoders;
  }

  /// @throws Refused `PAGE_NOT_SHOWN` when it cannot be drawn, `BUSY`
  byte[] image(Stored document, int page, PageSize size) throws IOException {
    Path place = place(document, page, size.code() + ".jpg");
    if (Files.exists(place)) return Files.readAllBytes(place);
    ReentrantLock lock = locks.get(Math.floorMod((document.hash() + page).hashCode(), 64));
    acquire(lock);
    try {
      if (!Files.exists(place)) draw(document, page, size);
      return Files.readAllBytes(place);
    } finally {
      lock.unlock();
    }
  }

  /// How much of a page is not bare paper, in parts of 100,000.
  ///
  /// @throws Refused `PAGE_NOT_SHOWN` when it cannot be drawn, `BUSY`
  int ink(Stored document, int page) throws IOException {
    Path place = place(document, page, "ink");
    if (!Files.exists(place)) {
      Files.deleteIfExists(place(document, page, PageSize.PAGE.code() + ".jpg"));
      var _ = image(document, page, PageSize.PAGE);
    }
    return Integer.parseInt(Files.readString(place, StandardCharsets.US_ASCII));
  }

  boolean has(Stored document, int page) {
    return Files.exists(place(document, page, PageSize.PAGE.code() + ".jpg"))
        || Files.exists(place(document, page, "fault"));
  }

  private static void acquire(ReentrantLock lock) {
    try {
      if (!lock.tryLock(QUEUE_SECONDS, TimeUnit.SECONDS)) throw new Refused(BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(BUSY);
    }
  }

  private void draw(Stored document, int page, PageSize size) throws IOException {
    Path fault = place(document, page, "fault");
    if (Files.exists(fault)) throw new Refused(PAGE_NOT_SHOWN);
    List<PageSize> sizes = size == PageSize.LARGE ? List.of(size) : TOGETHER;
    Path file = blobs.file(document.sha256(), document.bytes());
    var targets = sizes.stream().map(PageSize::target).toList();
    switch (decoders.call(new Task.Draw(file, document.type().format(), page, targets))) {
      case Answer.Drawn(var images, int ink) when images.size() == sizes.size() -> {
        PrivateFiles.write(
            place(document, page, "ink"),
            Integer.toString(ink).getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < sizes.size(); i++)
          PrivateFiles.write(place(document, page, sizes.get(i).code() + ".jpg"), images.get(i));
      }
      // Remembered, so that a page which kills decoders does so once.
      case Answer.Failed(var why) -> {
        PrivateFiles.write(fault, why.name().getBytes(StandardCharsets.US_ASCII));
        throw new Refused(PAGE_NOT_SHOWN);
      }
      case Answer.Drawn _,
          Answer.Examined _,
          Answer.Cleaned _,
          Answer.Sheets _,
          Answer.Unpacked _ ->
          throw new IllegalStateException("decoder answered another question");
    }
  }

  private Path place(Stored document, int page, String what) {
    String hash = document.hash();
    return root.resolve(hash.substring(0, 2))
        .resolve(hash.substring(2, 4))
        .resolve(hash)
        .resolve(page + "-" + what);
  }
}
