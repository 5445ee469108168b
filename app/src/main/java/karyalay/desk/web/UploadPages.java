package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Upload;
import karyalay.desk.Viewer;
import karyalay.documents.DocumentType;
import karyalay.documents.PageSize;
import karyalay.shared.Caller;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/// Bytes sent before the form that will name them. The script sends each file by itself, as a
/// stream that goes to the store without being kept twice; a form may send several at once.
@Controller
class UploadPages {
  private static final String STREAM = MediaType.APPLICATION_OCTET_STREAM_VALUE;
  private static final String FORM = MediaType.MULTIPART_FORM_DATA_VALUE;

  private final Attachments attachments;

  UploadPages(Attachments attachments) {
    this.attachments = attachments;
  }

  /// @param id what a form or call names it by
  record UploadJson(UUID id, String name, DocumentType type, long bytes, int pages) {
    static UploadJson of(Upload upload) {
      return new UploadJson(
          upload.id(), upload.name(), upload.type(), upload.bytes(), upload.pages());
    }
  }

  /// One file as the request's body.
  ///
  /// @param name percent-encoded UTF-8; in a header, since addresses are written down on the way
  @PostMapping(path = "/uploads", consumes = STREAM)
  @MayCall(CHAIR)
  String stream(
      @RequestHeader(name = "Upload-Name", defaultValue = "") String name,
      HttpServletRequest request,
      Caller caller,
      Page page,
      Model model)
      throws IOException {
    model.addAttribute("view", new UploadView(page, List.of(receive(name, request, caller))));
    return "desk/uploads";
  }

  /// Several files, as the `files` of a form.
  @PostMapping(path = "/uploads", consumes = FORM)
  @MayCall(CHAIR)
  String form(@RequestParam List<MultipartFile> files, Caller caller, Page page, Model model)
      throws IOException {
    model.addAttribute("view", new UploadView(page, FormFiles.receive(attachments, files, caller)));
    return "desk/uploads";
  }

  @PostMapping(path = "/api/v1/uploads", consumes = STREAM)
  @MayCall(CHAIR)
  @ResponseBody
  @ResponseStatus(HttpStatus.CREATED)
  UploadJson streamByApi(
      @RequestHeader(name = "Upload-Name", defaultValue = "") String name,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    return UploadJson.of(receive(name, request, caller));
  }

  @PostMapping(path = "/api/v1/uploads", consumes = FORM)
  @MayCall(CHAIR)
  @ResponseBody
  @ResponseStatus(HttpStatus.CREATED)
  List<UploadJson> formByApi(@RequestParam List<MultipartFile> files, Caller caller)
      throws IOException {
    return FormFiles.receive(attachments, files, caller).stream().map(UploadJson::of).toList();
  }

  private Upload receive(String name, HttpServletRequest request, Caller caller)
      throws IOException {
    InputStream body = request.getInputStream();
    return attachments.receive(caller.person(), body, plain(name));
  }

  private static String plain(String coded) {
    try {
      return URLDecoder.decode(coded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "Upload-Name");
    }
  }

  /// The viewer with one's own upload, to be put beside the form.
  @GetMapping("/uploads/{id}")
  @MayCall(CHAIR)
  String viewer(@PathVariable UUID id, Caller caller, Page page, Model model) {
    Upload upload =
        attachments.uploads(List.of(id), caller.person()).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute("view", Viewer.of(page, "/uploads/" + id, id, upload.pages(), 1));
    return "desk/viewer";
  }

  @GetMapping({"/uploads/{id}/pages/{number}", "/api/v1/uploads/{id}/pages/{number}"})
  @MayCall(CHAIR)
  @ResponseBody
  ResponseEntity<byte[]> page(
      @PathVariable UUID id,
      @PathVariable int number,
      @RequestParam(defaultValue = "false") boolean large,
      Caller caller) {
    return Pictures.answer(
        attachments.uploadedPage(id, caller.person(), number, Pictures.size(large)), false);
  }

  @GetMapping({"/uploads/{id}/thumbnails/{number}", "/api/v1/uploads/{id}/thumbnails/{number}"})
  @MayCall(CHAIR)
  @ResponseBody
  ResponseEntity<byte[]> thumbnail(@PathVariable UUID id, @PathVariable int number, Caller caller) {
    return Pictures.answer(
        attachments.uploadedPage(id, caller.person(), number, PageSize.THUMBNAIL), false);
  }
}
