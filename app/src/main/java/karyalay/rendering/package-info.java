/// One renderer for everything the office prints: blocks of text in, shaped and tagged PDF/A out.
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package karyalay.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
