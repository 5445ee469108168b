/// What was done, for ever: one entry an act, in the act's own transaction.
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package karyalay.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
