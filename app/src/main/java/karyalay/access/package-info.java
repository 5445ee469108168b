/// Who is signed in, in which chair, on which device. It opens no paper: that is the desk's.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "ledger", "organisation", "web"})
package karyalay.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
