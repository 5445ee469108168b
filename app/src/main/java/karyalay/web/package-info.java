/// The page shell, words in two languages, and refusals at the edge. Used by the web packages
/// inside modules; what the shell shows is handed to it.
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package karyalay.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
