package karyalay.shared;

import java.util.List;

/// A rule said no. Thrown for what a person may do wrong, never for a fault of ours.
///
/// What is shown is the message `refusal.<module>.<REASON>` in the reader's language, with the
/// arguments put in: what was refused, which rule, what to do.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Each module lists its own refusals in one enum, which implements this.
  public interface Reason {
    String name();

    /// The module's name, first part of the message key.
    String module();

    /// The rule that says no, as `OP-41`; empty when it is plain sense.
    default String rule() {
      return "";
    }

    /// What the answer's status is: 404 hides, 409 says that another was first, 422 is the rest.
    default int status() {
      return 422;
    }

    default String key() {
      return "refusal." + module() + "." + name();
    }
  }

  private final transient Reason reason;
  private final transient List<Object> arguments;

  public Refused(Reason reason, Object... arguments) {
    super(reason.key(), null, false, false);
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  /// What is put into the sentence: text, numbers, dates. Never what the reader may not see.
  public List<Object> arguments() {
    return arguments;
  }
}
