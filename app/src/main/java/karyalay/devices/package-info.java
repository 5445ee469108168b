/// The machines people sit at: which are shared, who hands one over to whom, when it locks itself,
/// and how somebody who has forgotten his password comes back.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "signatures",
      "notices",
      "web"
    })
package karyalay.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
