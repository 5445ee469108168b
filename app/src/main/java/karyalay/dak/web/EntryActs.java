package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.UUID;
import karyalay.dak.Diary;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.ContentId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done with an entry that has no number yet.
@Controller
@RequestMapping("/receipts/entries/{entry}")
class EntryActs {
  private final Diary diary;
  private final Addressees addressees;

  EntryActs(Diary diary, Addressees addressees) {
    this.diary = diary;
    this.addressees = addressees;
  }

  @PostMapping("/deletion")
  @MayCall(CHAIR)
  String discard(@PathVariable UUID entry, Act act, Page page) {
    diary.discard(act, new ContentId(entry));
    return "redirect:" + page.link("/receipts?pile=BIN");
  }

  @PostMapping("/restoration")
  @MayCall(CHAIR)
  String restore(@PathVariable UUID entry, Act act, Page page) {
    diary.restore(act, new ContentId(entry));
    return "redirect:" + page.link("/receipts/entries/" + entry);
  }

  @PostMapping("/handover")
  @MayCall(CHAIR)
  String handOver(
      @PathVariable UUID entry, @RequestParam String to, Act act, Caller caller, Page page) {
    diary.handOver(act, new ContentId(entry), addressees.of(to, caller));
    return "redirect:" + page.link("/receipts?pile=ENTRIES");
  }
}
