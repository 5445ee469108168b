/// Pages and calls of dispatch, the exchange with other instances, and the page for outsiders.
@NullMarked
package karyalay.dispatch.web;

import org.jspecify.annotations.NullMarked;
