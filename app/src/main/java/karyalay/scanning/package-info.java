/// How pages come in: files that arrive in parts behind the typing, the telephone as a scanner, the
/// scan folder and the pile that is cut into letters.
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
      "dak",
      "rendering",
      "web"
    })
package karyalay.scanning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
