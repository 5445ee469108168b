package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import karyalay.desk.web.UploadView;
import karyalay.scanning.Transfer;
import karyalay.scanning.Transfers;
import karyalay.shared.Caller;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the upload field's script calls: a file in parts.
@Controller
class TransferPages {
  private final Transfers transfers;

  TransferPages(Transfers transfers) {
    this.transfers = transfers;
  }

  /// Where to go on.
  ///
  /// @param offset how many bytes are here
  /// @param part how many bytes the next part should have: small, since a thin line that breaks
  ///   should have got something through
  record TransferJson(UUID id, String name, long size, long offset, int part) {
    private static final int PART = 256 << 10;

    static TransferJson of(Transfer transfer) {
      return new TransferJson(
          transfer.id(), transfer.name(), transfer.bytes(), transfer.offset(), PART);
    }
  }

  /// @param mark the same for the same file, such as a checksum of its bytes
  @PostMapping("/uploads/sessions")
  @MayCall(CHAIR)
  @ResponseBody
  TransferJson begin(
      @RequestParam(defaultValue = "") String name,
      @RequestParam String mark,
      @RequestParam long size,
      Caller caller) {
    return TransferJson.of(transfers.begin(caller.person(), name, mark, size));
  }

  @GetMapping({"/uploads/sessions", "/api/v1/uploads/sessions"})
  @MayCall(CHAIR)
  @ResponseBody
  List<TransferJson> open(Caller caller) {
    return transfers.open(caller.person()).stream().map(TransferJson::of).toList();
  }

  @GetMapping({"/uploads/sessions/{id}", "/api/v1/uploads/sessions/{id}"})
  @MayCall(CHAIR)
  @ResponseBody
  TransferJson find(@PathVariable UUID id, Caller caller) {
    return TransferJson.of(transfers.find(id, caller.person()));
  }

  /// The bytes from `offset` on. 409 when what lies before them is not here; either answer says
  /// where to go on.
  @PostMapping(
      path = {"/uploads/sessions/{id}/parts", "/api/v1/uploads/sessions/{id}/parts"},
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @MayCall(CHAIR)
  ResponseEntity<TransferJson> part(
      @PathVariable UUID id, @RequestParam long offset, HttpServletRequest request, Caller caller)
      throws IOException {
    Transfer now = transfers.append(id, caller.person(), offset, request.getInputStream());
    HttpStatus status = offset > now.offset() ? HttpStatus.CONFLICT : HttpStatus.OK;
    return ResponseEntity.status(status).body(TransferJson.of(now));
  }

  @PostMapping("/uploads/sessions/{id}/completion")
  @MayCall(CHAIR)
  String complete(@PathVariable UUID id, Caller caller, Page page, Model model) {
    var upload = transfers.complete(id, caller.person());
    model.addAttribute("view", new UploadView(page, List.of(upload)));
    return "desk/uploads";
  }

  @PostMapping({"/uploads/sessions/{id}/deletion", "/api/v1/uploads/sessions/{id}/deletion"})
  @MayCall(CHAIR)
  ResponseEntity<Void> drop(@PathVariable UUID id, Caller caller) {
    transfers.drop(id, caller.person());
    return ResponseEntity.noContent().build();
  }
}
