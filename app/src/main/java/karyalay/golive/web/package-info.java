/// Pages and calls of going live.
@NullMarked
package karyalay.golive.web;

import org.jspecify.annotations.NullMarked;
