package karyalay.shared;

import java.util.List;

/// Something that must be in order for the office to work, looked at by the module that knows it
/// and shown to administrators (OP-126). Looking changes nothing and takes a second at most.
public interface HealthCheck {
  /// The message that names what is looked at.
  String name();

  /// Looks now. What it throws counts as broken.
  Finding look();

  /// Whether nothing works without it, so that monitors must be told.
  default boolean vital() {
    return false;
  }

  /// How it stands.
  enum State {
    /// As it should be.
    OK,
    /// Work goes on, and somebody should see to it.
    WARNING,
    /// What it is for does not work.
    BROKEN
  }

  /// What was found.
  ///
  /// @param sentence the message that says how it is, and what to do when it is not well
  /// @param arguments put into the sentence
  record Finding(State state, String sentence, List<String> arguments) {
    public Finding {
      arguments = List.copyOf(arguments);
    }

    public static Finding ok(String sentence, String... arguments) {
      return new Finding(State.OK, sentence, List.of(arguments));
    }

    public static Finding warning(String sentence, String... arguments) {
      return new Finding(State.WARNING, sentence, List.of(arguments));
    }

    public static Finding broken(String sentence, String... arguments) {
      return new Finding(State.BROKEN, sentence, List.of(arguments));
    }
  }
}
