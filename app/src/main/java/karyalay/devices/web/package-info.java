@NullMarked
package karyalay.devices.web;

import org.jspecify.annotations.NullMarked;
