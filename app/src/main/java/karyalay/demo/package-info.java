/// The demonstration district: invented people, sample papers and letters on their way.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "documents",
      "desk",
      "desk :: web",
      "files",
      "dak",
      "signatures",
      "devices",
      "drafts",
      "dispatch",
      "mailbox",
      "golive",
      "scanning",
      "preparing"
    })
package karyalay.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
