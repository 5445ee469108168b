package karyalay.mailbox.web;

import java.util.List;
import karyalay.mailbox.Box;
import karyalay.mailbox.Mail;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The tray of a post's mailboxes.
///
/// @param waiting how many wait, whichever list is shown
/// @param next offset of the next page; null on the last
public record MailTrayView(
    Page page,
    List<Box> boxes,
    Mail.State state,
    List<Mail> mails,
    int waiting,
    @Nullable Integer next) {

  /// Mailboxes that cannot be read now.
  public List<Box> silent() {
    return boxes.stream().filter(box -> box.active() && box.state().fault() != null).toList();
  }

  /// Why, in a sentence.
  public String sentence(Box box) {
    var fault = box.state().fault();
    if (fault == null) return "";
    return page.t(
        "mailbox.fault." + fault.name(),
        box.facts().name(),
        box.facts().host(),
        page.dates().time(box.state().nextAt()),
        box.state().words());
  }

  public String size(long bytes) {
    return MailView.size(bytes);
  }
}
