/// Preparing for another officer: what a clerk, reader, steno or operator lays before the post with
/// which a paper lies, and what that officer makes green (OP-124).
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "desk",
      "desk :: web",
      "files",
      "dak",
      "drafts",
      "signatures",
      "web"
    })
package karyalay.preparing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
