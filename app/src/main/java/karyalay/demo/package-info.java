/// The demonstration district: invented people and sample papers on their way.
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
      "dak"
    })
package karyalay.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
