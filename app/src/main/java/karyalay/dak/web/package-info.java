@NullMarked
package karyalay.dak.web;

import org.jspecify.annotations.NullMarked;
