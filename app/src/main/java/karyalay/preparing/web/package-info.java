@NullMarked
package karyalay.preparing.web;

import org.jspecify.annotations.NullMarked;
