package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.dak.Original;
import karyalay.dak.Original.Keeping;
import karyalay.dak.OriginalKeeping;
import karyalay.dak.ReceiptReading;
import karyalay.dak.web.ReceiptJson.ApartJson;
import karyalay.desk.Reading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Where the paper itself is, and what came with it and is kept apart (OP-128).
@Controller
class OriginalActs {
  private final OriginalKeeping originals;
  private final Reading reading;
  private final ReceiptReading receipts;

  OriginalActs(OriginalKeeping originals, Reading reading, ReceiptReading receipts) {
    this.originals = originals;
    this.reading = reading;
    this.receipts = receipts;
  }

  @PostMapping("/receipts/{paper}/original")
  @MayCall(CHAIR)
  String move(
      @PathVariable PaperId paper,
      @RequestParam Keeping keeping,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    originals.move(act, paper, new Original(keeping, place.strip()), remark);
    return "redirect:" + page.link("/receipts/" + paper);
  }

  /// @param item of what was named before; 0 for something new
  @PostMapping("/receipts/{paper}/kept-apart")
  @MayCall(CHAIR)
  String keepApart(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "0") int item,
      @RequestParam String name,
      @RequestParam Keeping keeping,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    originals.keepApart(act, paper, item, name, new Original(keeping, place.strip()), remark);
    return "redirect:" + page.link("/receipts/" + paper);
  }

  /// @param place bundle, date and serial, left out to be given; or the number in the property room
  record OriginalJson(Keeping keeping, @Nullable String place, @Nullable String remark) {
    Original original() {
      return new Original(keeping, text(place));
    }
  }

  /// @param item of what was named before; left out for something new
  record KeptApartJson(
      @Nullable Integer item,
      String name,
      Keeping keeping,
      @Nullable String place,
      @Nullable String remark) {}

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  @PostMapping("/api/v1/receipts/{paper}/original")
  @MayCall(CHAIR)
  @ResponseBody
  ReceiptJson moveByApi(
      @PathVariable PaperId paper, @RequestBody OriginalJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    originals.move(act, paper, body.original(), text(body.remark()));
    return ReceiptJson.of(receipts.open(paper, caller.scope()));
  }

  @PostMapping("/api/v1/receipts/{paper}/kept-apart")
  @MayCall(CHAIR)
  @ResponseBody
  List<ApartJson> keepApartByApi(
      @PathVariable PaperId paper, @RequestBody KeptApartJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    Integer item = body.item();
    var where = new Original(body.keeping(), text(body.place()));
    originals.keepApart(
        act, paper, item == null ? 0 : item, body.name(), where, text(body.remark()));
    return receipts.open(paper, caller.scope()).apart().stream().map(ApartJson::of).toList();
  }
}
