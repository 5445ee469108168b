/// Who holds what, and who may see it: papers, movements, clocks, holds, reach and bars.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "documents",
      "rendering",
      "web"
    })
package karyalay.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
