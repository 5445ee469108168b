package karyalay.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares who may call a route. A handler without it stops the program at start, and all routes
/// with their callers stand in the golden `routes.txt`: nothing is open by being forgotten.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayCall {
  Who value();

  /// Who may call. What such a caller may *see* is decided further in, by reach.
  enum Who {
    /// Anybody, signed in or not.
    ANYONE,
    /// A signed-in person, with or without a post (OP-5: without one no paper opens).
    SIGNED_IN,
    /// A signed-in person acting as a post of his, named by `as`.
    CHAIR,
    /// A district administrator. The role opens no paper (OP-15).
    ADMIN
  }
}
