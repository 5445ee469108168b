/// Checks a ledger export without the office that made it.
@NullMarked
package karyalay.verifier;

import org.jspecify.annotations.NullMarked;
