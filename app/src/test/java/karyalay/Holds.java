package karyalay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the rules of `docs/domain` that a test holds, three at most. Only for a test that goes
/// through a door, a route or the database and would fail without the rule.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Holds {
  String[] value();
}
