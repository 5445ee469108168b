@NullMarked
package karyalay.organisation.web;

import org.jspecify.annotations.NullMarked;
