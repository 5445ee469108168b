/// The program's own PostgreSQL: started, adopted, found dead and recovered; or an external one.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package karyalay.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
