@NullMarked
package karyalay.tls.web;

import org.jspecify.annotations.NullMarked;
