@NullMarked
package karyalay.access.web;

import org.jspecify.annotations.NullMarked;
