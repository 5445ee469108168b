/// Whether the program and the devices around it are fit for work.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "web"})
package karyalay.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
