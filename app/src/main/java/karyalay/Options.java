package karyalay;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What was asked on the command line.
///
/// @param database address of an external PostgreSQL; empty for our own
/// @param live whether to begin with an empty district instead of the demonstration
/// @param district folder with the district's data; empty for the one that comes with the program
record Options(
    Path data,
    int port,
    String address,
    boolean insecure,
    Optional<String> database,
    boolean live,
    Optional<Path> district) {

  /// A sentence for whoever typed it.
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String sentence) {
      super(sentence);
    }
  }

  static Options of(String... words) {
    Path data = Path.of("data");
    int port = 8080;
    String address = "127.0.0.1";
    boolean insecure = false;
    boolean live = false;
    Optional<String> database = Optional.empty();
    Optional<Path> district = Optional.empty();
    Iterator<String> left = List.of(words).iterator();
    while (left.hasNext()) {
      String word = left.next();
      switch (word) {
        case "run", "--demo" -> {}
        case "--live" -> live = true;
        case "--insecure-http" -> insecure = true;
        case "--data" -> data = Path.of(value(word, left));
        case "--port" -> port = number(word, value(word, left));
        case "--address" -> address = value(word, left);
        case "--database" -> database = Optional.of(value(word, left));
        case "--district" -> district = Optional.of(Path.of(value(word, left)));
        default -> throw new Unknown("I do not know " + word + ". See docs/operations.md.");
      }
    }
    boolean beyond =
        !address.equals("127.0.0.1") && !address.equals("localhost") && !address.equals("::1");
    if (beyond && !insecure)
      throw new Unknown(
          "Plain http beyond this machine would show passwords to the network. Put TLS in front and"
              + " listen on 127.0.0.1, or say --insecure-http if you must.");
    if (beyond && !live)
      throw new Unknown(
          "The demonstration's passwords are known to all, so it listens on this machine only. Use"
              + " --live with a data folder of your own.");
    return new Options(data, port, address, insecure, database, live, district);
  }

  private static String value(String word, Iterator<String> left) {
    if (!left.hasNext()) throw new Unknown(word + " needs a value after it.");
    return left.next();
  }

  private static int number(String word, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number < 65_536) return number;
    } catch (NumberFormatException _) {
      // said below
    }
    throw new Unknown(word + " needs a port between 0 and 65535, not " + text + ".");
  }
}
