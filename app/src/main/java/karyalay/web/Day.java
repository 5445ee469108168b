package karyalay.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A day in a form or an address, typed as people type it (`13.10.26`, `1310`, `-1`): see {@link
/// TypedDate}. The field is made by `layout/day.jte`.
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Day {
  Leans value();

  /// Which day is meant where no year is typed.
  enum Leans {
    /// The latest such day that has come: when something happened.
    BACK,
    /// The next such day: by when something is due.
    AHEAD,
    /// The nearer one: from when something holds.
    NEAREST
  }
}
