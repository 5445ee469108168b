/// The e-file: note sheet, correspondence, flags, parts and volumes.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "documents",
      "signatures",
      "desk",
      "casenumbers",
      "casenumbers :: web",
      "rendering",
      "desk :: web",
      "web"
    })
package karyalay.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
