@NullMarked
package karyalay.signatures.web;

import org.jspecify.annotations.NullMarked;
