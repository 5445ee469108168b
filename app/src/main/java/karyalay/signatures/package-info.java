/// Signatures: keys sealed with a PIN, certificates, PDFs signed, notes signed, and the judging of
/// both.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"shared", "ledger", "organisation", "access", "documents", "web"})
package karyalay.signatures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
