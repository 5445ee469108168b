/// चालू करना: people, posts and what is pending come over from paper; the opening certificate; one
/// screen for the people of an office.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "documents",
      "rendering",
      "desk",
      "desk :: web",
      "dak",
      "web"
    })
package karyalay.golive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
