package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.nio.charset.StandardCharsets;
import karyalay.desk.Attachments;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.desk.Views;
import karyalay.documents.PageSize;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The only way out for bytes: through a paper that the reader may read. What he may not is not
/// there, and of a protected paper nothing leaves before the view is written.
@RestController
@RequestMapping({"/papers/{paper}", "/api/v1/papers/{paper}"})
class PaperPages {
  private final Reading reading;
  private final Attachments attachments;
  private final Views views;

  PaperPages(Reading reading, Attachments attachments, Views views) {
    this.reading = reading;
    this.attachments = attachments;
    this.views = views;
  }

  /// A page as JPEG, counted through all documents of the paper.
  @GetMapping("/pages/{number}")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> page(
      @PathVariable PaperId paper,
      @PathVariable int number,
      @RequestParam(defaultValue = "false") boolean large,
      Caller caller) {
    return picture(paper, number, Pictures.size(large), caller);
  }

  @GetMapping("/thumbnails/{number}")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> thumbnail(
      @PathVariable PaperId paper, @PathVariable int number, Caller caller) {
    return picture(paper, number, PageSize.THUMBNAIL, caller);
  }

  private ResponseEntity<byte[]> picture(PaperId id, int number, PageSize size, Caller caller) {
    Paper paper = reading.open(id, caller.scope()).paper();
    if (paper.guarded()) views.seen(paper, caller.scope());
    else views.looked(id, caller.scope());
    return Pictures.answer(attachments.page(paper.content(), number, size), !paper.guarded());
  }

  /// A document as it was received: always a download, never opened by the browser.
  @GetMapping("/documents/{serial}/original")
  @MayCall(CHAIR)
  ResponseEntity<InputStreamResource> original(
      @PathVariable PaperId paper, @PathVariable int serial, Caller caller) {
    Paper read = reading.open(paper, caller.scope()).paper();
    views.seen(read, caller.scope());
    var download = attachments.original(read.content(), serial);
    var disposition =
        ContentDisposition.attachment().filename(download.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(download.original().stored().bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .cacheControl(CacheControl.noStore())
        .body(new InputStreamResource(download.original().content()));
  }
}
