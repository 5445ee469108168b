/// The office's mailbox: e-mails fetched from a server elsewhere, laid before the dak counter, and
/// diarised once each.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "documents",
      "rendering",
      "desk",
      "dak",
      "notices",
      "web"
    })
package karyalay.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
