/// Signed letters leave the office: issue register, modes and their proofs, exchange with other
/// instances, what is asked of many and answered, and the public check of a number.
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
      "drafts",
      "notices",
      "web"
    })
package karyalay.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
