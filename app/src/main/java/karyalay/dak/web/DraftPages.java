package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import karyalay.dak.Drafts;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The diary form saves itself while one types: the page's script sends what stands in it.
@Controller
class DraftPages {
  /// Of the form, not of what is typed into it.
  private static final Set<String> OF_THE_FORM = Set.of("_csrf", "as", "act", "then", "entry");

  private final Drafts drafts;

  DraftPages(Drafts drafts) {
    this.drafts = drafts;
  }

  /// @param entry the entry that is gone on from; absent for a new one
  @PostMapping("/receipts/draft")
  @MayCall(CHAIR)
  ResponseEntity<Map<String, String>> keep(
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable UUID entry,
      Act act,
      Page page) {
    var words = new LinkedHashMap<String, List<String>>();
    typed.forEach((name, values) -> {
      if (!OF_THE_FORM.contains(name)) words.put(name, values);
    });
    var at = drafts.keep(act, entry == null ? null : new ContentId(entry), words);
    return ResponseEntity.ok(Map.of("saved", page.t("dak.draft-saved", page.dates().time(at))));
  }

  /// An empty form instead of what was kept.
  @PostMapping("/receipts/draft/deletion")
  @MayCall(CHAIR)
  String discard(
      @RequestParam(required = false) @Nullable UUID entry,
      @RequestParam(required = false) @Nullable UUID letter,
      Act act,
      Page page) {
    drafts.spend(act, entry == null ? null : new ContentId(entry));
    if (letter != null) return "redirect:" + page.link("/receipts/new?letter=" + letter);
    return "redirect:" + page.link(entry == null ? "/receipts/new" : "/receipts/entries/" + entry);
  }
}
