/// One order on many papers, or one paper to many posts, typed once; what came back of it; and the
/// reasons for what lay beyond its time.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "signatures",
      "desk",
      "desk :: web",
      "files",
      "dak",
      "web"
    })
package karyalay.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
