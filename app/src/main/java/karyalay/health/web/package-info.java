@NullMarked
package karyalay.health.web;

import org.jspecify.annotations.NullMarked;
