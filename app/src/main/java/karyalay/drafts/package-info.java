/// Letters, from the first words to the signed PDF.
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
      "rendering",
      "web"
    })
package karyalay.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
