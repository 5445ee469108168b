package karyalay.desk.web;

import java.time.Duration;
import karyalay.documents.PageImage;
import karyalay.documents.PageSize;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Page images as answers. Only pictures that we made are ever shown inline.
final class Pictures {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private Pictures() {}

  /// @param kept whether the reader's own browser may keep it; never that of a protected paper
  static ResponseEntity<byte[]> answer(PageImage image, boolean kept) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(kept ? CacheControl.maxAge(KEPT).cachePrivate() : CacheControl.noStore())
        .eTag(image.tag())
        .body(image.jpeg());
  }

  /// The size of a page image; a thumbnail has an address of its own.
  static PageSize size(boolean large) {
    return large ? PageSize.LARGE : PageSize.PAGE;
  }
}
