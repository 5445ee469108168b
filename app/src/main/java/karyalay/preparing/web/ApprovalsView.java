package karyalay.preparing.web;

import java.util.List;
import karyalay.drafts.LetterLine;
import karyalay.preparing.Holdup;
import karyalay.preparing.Item;
import karyalay.signatures.PinField;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// «आपकी स्वीकृति हेतु», or what one prepared for others.
///
/// @param mine whether these are the reader's own preparations
/// @param pin what the foot asks for; null where there is nothing to approve
/// @param outcomes row by row, after a press
public record ApprovalsView(
    Page page,
    boolean mine,
    List<Item> items,
    List<LetterLine> toApprove,
    List<LetterLine> toSign,
    @Nullable PinField pin,
    List<Outcome> outcomes) {

  /// How one of many fared.
  ///
  /// @param sentence why it was held back; empty when it was approved
  public record Outcome(String number, String sentence) {}

  public ItemWords words() {
    return new ItemWords(page);
  }

  public boolean held(Item item) {
    return item.holdup() != Holdup.NONE;
  }

  public boolean empty() {
    return items.isEmpty() && toApprove.isEmpty() && toSign.isEmpty();
  }

  /// How much waits, as the tab of the desk says it.
  public int count() {
    return items.size() + toApprove.size() + toSign.size();
  }
}
