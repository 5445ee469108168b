@NullMarked
package karyalay.desk.web;

import org.jspecify.annotations.NullMarked;
