/// Messages to the world outside: rows first, written in the act that causes them, sent by a
/// worker.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "ledger", "organisation"})
package karyalay.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
