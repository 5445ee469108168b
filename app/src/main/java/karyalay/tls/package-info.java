/// Https: certificates from files, kept fresh, or from a small certifying authority of the
/// program's own.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web"})
package karyalay.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
