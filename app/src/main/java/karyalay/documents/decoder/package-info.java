/// Decodes what was uploaded, in a process of its own: no Spring, no database, no network, bounded
/// memory. It depends on PDFBox, Angus Mail and the JDK alone, so that it starts fast.
@NullMarked
package karyalay.documents.decoder;

import org.jspecify.annotations.NullMarked;
