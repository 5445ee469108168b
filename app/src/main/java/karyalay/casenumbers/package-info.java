/// The numbers of a thana that papers are about (मु0अ0सं0, एनसीआर, जी0डी0, निरोधात्मक, गुमशुदगी):
/// read from one field as people write them, and what bears the same number linked by it.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "ledger",
      "organisation",
      "access",
      "desk",
      "desk :: web",
      "web"
    })
package karyalay.casenumbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
