package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterLine;
import karyalay.signatures.PinField;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// What waits for this post's signature.
///
/// @param ticked the one letter that is ticked; null for all
public record SigningView(
    Page page, List<LetterLine> letters, @Nullable LetterId ticked, PinField pin) {
  public boolean ticks(LetterLine line) {
    return ticked == null || ticked.equals(line.id());
  }
}
