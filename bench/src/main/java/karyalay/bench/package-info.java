/// Load driver, generators and peers. Never on the application's class path.
@NullMarked
package karyalay.bench;

import org.jspecify.annotations.NullMarked;
