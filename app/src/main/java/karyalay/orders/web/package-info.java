@NullMarked
package karyalay.orders.web;

import org.jspecify.annotations.NullMarked;
