@NullMarked
package karyalay.scanning.web;

import org.jspecify.annotations.NullMarked;
