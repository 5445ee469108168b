package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.UUID;
import karyalay.desk.Upload;
import karyalay.documents.DocumentType;
import karyalay.scanning.Transfers;
import karyalay.scanning.web.TransferPages.TransferJson;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A file in parts, for other systems. Offsets, parts and deletion are those of the page.
@RestController
class TransferApi {
  private final Transfers transfers;

  TransferApi(Transfers transfers) {
    this.transfers = transfers;
  }

  /// @param mark the same for the same file, so that it goes on where it stopped; left out, it is a
  ///   new one each time
  record NewTransfer(String name, @Nullable String mark, long size) {}

  /// @param id what a form or call names it by
  record FinishedUpload(UUID id, String name, DocumentType type, long bytes, int pages) {
    static FinishedUpload of(Upload upload) {
      return new FinishedUpload(
          upload.id(), upload.name(), upload.type(), upload.bytes(), upload.pages());
    }
  }

  @PostMapping("/api/v1/uploads/sessions")
  @MayCall(CHAIR)
  TransferJson begin(@RequestBody NewTransfer asked, Caller caller) {
    String mark = asked.mark() == null ? Ids.next().toString() : asked.mark();
    return TransferJson.of(transfers.begin(caller.person(), asked.name(), mark, asked.size()));
  }

  @PostMapping("/api/v1/uploads/sessions/{id}/completion")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  FinishedUpload complete(@PathVariable UUID id, Caller caller) {
    return FinishedUpload.of(transfers.complete(id, caller.person()));
  }
}
