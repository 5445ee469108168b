/// The field and the list of numbers, for the pages of the modules above.
@NullMarked
@NamedInterface("web")
package karyalay.casenumbers.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
