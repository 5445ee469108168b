/// Letters and petitions as they arrive: the diary, marking, acknowledgement, registers.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "documents",
      "desk",
      "casenumbers",
      "casenumbers :: web",
      "rendering",
      "desk :: web",
      "files",
      "web"
    })
package karyalay.dak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
