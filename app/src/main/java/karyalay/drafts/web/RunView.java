package karyalay.drafts.web;

import karyalay.drafts.SignatureRuns.Item;
import karyalay.drafts.SignatureRuns.Progress;
import karyalay.drafts.SignatureRuns.State;
import karyalay.web.Page;

/// What became of each letter of a run.
public record RunView(Page page, Progress progress) {
  /// Why a letter was not signed, in the reader's language.
  public String reason(Item item) {
    return page.t(item.reason(), item.said().toArray());
  }

  public String state(Item item) {
    return page.t(
        switch (item.state()) {
          case WAITING -> progress.stopped() ? "drafts.run.stopped" : "drafts.run.waiting";
          case SIGNED -> "signed";
          case REFUSED -> "drafts.run.refused";
        });
  }

  public String done() {
    return Long.toString(progress.items().size() - progress.count(State.WAITING));
  }

  public String all() {
    return Integer.toString(progress.items().size());
  }
}
