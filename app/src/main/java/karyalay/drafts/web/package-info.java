@NullMarked
package karyalay.drafts.web;

import org.jspecify.annotations.NullMarked;
