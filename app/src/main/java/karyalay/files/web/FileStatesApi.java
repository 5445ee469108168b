package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.files.Files;
import karyalay.files.Parkings;
import karyalay.files.Reopenings;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Parking, closing and reopening files for other systems: the same doors as the pages.
@RestController
@RequestMapping("/api/v1/files/{paper}")
class FileStatesApi {
  private final Files files;
  private final Parkings parkings;
  private final Reopenings reopenings;
  private final Movements movements;
  private final Reading reading;

  FileStatesApi(
      Files files, Parkings parkings, Reopenings reopenings, Movements movements, Reading reading) {
    this.files = files;
    this.parkings = parkings;
    this.reopenings = reopenings;
    this.movements = movements;
    this.reading = reading;
  }

  /// @param letter whether a letter put into it takes it up again
  record ParkingJson(
      @Nullable LocalDate until, @Nullable Boolean letter, @Nullable String reason) {}

  record ReasonJson(@Nullable String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  /// @param recordClass code of a master `RECORD_CLASS`
  record ClosureJson(@Nullable String reason, @Nullable String recordClass) {}

  /// Where the file is now.
  record StateJson(PaperId id, String place) {}

  @PostMapping("/parking")
  @MayCall(CHAIR)
  StateJson park(
      @PathVariable PaperId paper, @RequestBody ParkingJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    String reason = body.reason() == null ? "" : body.reason();
    parkings.park(act, paper, body.until(), Boolean.TRUE.equals(body.letter()), reason);
    return state(paper, caller);
  }

  @PostMapping("/resumption")
  @MayCall(CHAIR)
  StateJson resume(@PathVariable PaperId paper, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    movements.move(act, paper, new Move.Resume());
    return state(paper, caller);
  }

  @PostMapping("/closure")
  @MayCall(CHAIR)
  StateJson close(
      @PathVariable PaperId paper, @RequestBody ClosureJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    String recordClass = body.recordClass() == null ? "" : body.recordClass();
    files.close(act, paper, new ReasonJson(body.reason()).text(), recordClass);
    return state(paper, caller);
  }

  @PostMapping("/reopening-approval")
  @MayCall(CHAIR)
  StateJson approve(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    reopenings.approve(act, paper, body.text());
    return state(paper, caller);
  }

  @PostMapping("/reopening")
  @MayCall(CHAIR)
  StateJson reopen(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    reopenings.reopen(act, paper, body.text());
    return state(paper, caller);
  }

  private StateJson state(PaperId paper, Caller caller) {
    return new StateJson(paper, reading.open(paper, caller.scope()).paper().place().code());
  }
}
