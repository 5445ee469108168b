/// Pages of the desk; the words for due times and the reading of an addressee serve the modules
/// above.
@NullMarked
@NamedInterface("web")
package karyalay.desk.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
