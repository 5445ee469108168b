package karyalay.mailbox.web;

import java.util.List;
import java.util.Locale;
import karyalay.mailbox.Mail;
import karyalay.web.Page;

/// One e-mail.
public record MailView(Page page, Mail.Open open) {
  public Mail mail() {
    return open.mail();
  }

  public List<Mail.Enclosure> enclosures() {
    return open.enclosures();
  }

  public String path() {
    return "/mail/" + mail().id();
  }

  public boolean waiting() {
    return mail().state() == Mail.State.WAITING;
  }

  /// Whether it becomes a page unless the clerk says otherwise: a small picture within the text is
  /// mostly somebody's emblem.
  public boolean ticked(Mail.Enclosure one) {
    return !one.inline() || one.bytes() > 40_000;
  }

  /// Why something was left within the e-mail.
  public String why(Mail.Enclosure one) {
    return one.refusal().isEmpty() ? "" : page.t(one.refusal(), one.argument());
  }

  /// `1.4 MB`, `320 KB`.
  public static String size(long bytes) {
    if (bytes < 1024) return bytes + " B";
    if (bytes < 1 << 20) return bytes / 1024 + " KB";
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }
}
