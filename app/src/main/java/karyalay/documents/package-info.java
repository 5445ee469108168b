/// Papers as bytes: received, stored by content, read back unchanged, made into page images.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "ledger"})
package karyalay.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
