/// Pages and calls of the mailbox.
@NullMarked
package karyalay.mailbox.web;

import org.jspecify.annotations.NullMarked;
