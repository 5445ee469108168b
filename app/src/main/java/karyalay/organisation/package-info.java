/// Offices, posts, people, charges, calendars, number series and masters: dated data, edited
/// locally.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "ledger", "web"})
package karyalay.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
