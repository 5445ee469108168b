package karyalay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import karyalay.tls.TlsChoice;

/// What was asked on the command line.
///
/// @param database address of an external PostgreSQL; empty for our own
/// @param live whether to begin with an empty district instead of the demonstration
/// @param district folder with the district's data; empty for the one that comes with the program
/// @param tls whence the certificate comes; empty for plain http
/// @param hosts names and addresses of this machine, the one that people type first
/// @param plainPort where plain http is led to https; 0 for nowhere
/// @param publicAddress under which printed codes are verified; empty for where the program answers
record Options(
    Path data,
    int port,
    String address,
    boolean insecure,
    Optional<String> database,
    boolean live,
    Optional<Path> district,
    Optional<TlsChoice> tls,
    List<String> hosts,
    int plainPort,
    Optional<String> publicAddress) {

  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "::1");

  /// A sentence for whoever typed it.
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String sentence) {
      super(sentence);
    }
  }

  static Options of(String... words) {
    var typed = new Typed(List.of(words).iterator());
    while (typed.left.hasNext()) typed.take(typed.left.next());
    Options options = typed.options();
    options.check();
    return options;
  }

  /// What has been read so far.
  private static final class Typed {
    private final Iterator<String> left;
    private Path data = Path.of("data");
    private int port = 8080;
    private String address = "127.0.0.1";
    private boolean insecure;
    private boolean live;
    private Optional<String> database = Optional.empty();
    private Optional<Path> district = Optional.empty();
    private List<String> tls = List.of();
    private final List<String> hosts = new ArrayList<>();
    private int plainPort;
    private Optional<String> publicAddress = Optional.empty();

    private Typed(Iterator<String> left) {
      this.left = left;
    }

    private void take(String word) {
      switch (word) {
        case "run", "--demo" -> {}
        case "--live" -> live = true;
        case "--insecure-http" -> insecure = true;
        case "--data" -> data = Path.of(value(word, left));
        case "--port" -> port = number(word, value(word, left));
        case "--address" -> address = value(word, left);
        case "--database" -> database = Optional.of(value(word, left));
        case "--district" -> district = Optional.of(Path.of(value(word, left)));
        case "--tls" -> tls = certificate(value(word, left));
        case "--host" -> hosts.addAll(names(value(word, left)));
        case "--plain-port" -> plainPort = number(word, value(word, left));
        case "--public-address" -> publicAddress = Optional.of(web(word, value(word, left)));
        default -> throw new Unknown("I do not know " + word + ". See docs/operations.md.");
      }
    }

    /// One word or two: an authority of our own, a file that holds both, or certificate and key.
    private List<String> certificate(String first) {
      if (first.equals("local") || store(first)) return List.of(first);
      if (!left.hasNext())
        throw new Unknown(
            "--tls needs a certificate and its key, both PEM files; or one .p12 file; or the word"
                + " local.");
      return List.of(first, left.next());
    }

    private Options options() {
      boolean beyond = !HERE.contains(address);
      return new Options(
          data,
          port,
          address,
          insecure,
          database,
          live,
          district,
          choice(beyond),
          List.copyOf(hosts),
          plainPort,
          publicAddress);
    }

    private Optional<TlsChoice> choice(boolean beyond) {
      if (tls.isEmpty()) return Optional.empty();
      String first = tls.getFirst();
      if (tls.size() == 2)
        return Optional.of(new TlsChoice.Pem(Path.of(first), Path.of(tls.getLast())));
      if (store(first)) return Optional.of(new TlsChoice.Store(Path.of(first)));
      return Optional.of(new TlsChoice.Local(data.resolve("authority"), hosts, beyond));
    }
  }

  private void check() {
    boolean beyond = !HERE.contains(address);
    if (beyond && !insecure && tls.isEmpty())
      throw new Unknown(
          "Plain http beyond this machine would show passwords to the network. Give a certificate"
              + " with --tls CERT KEY, or say --tls local; put TLS in front and listen on"
              + " 127.0.0.1; or say --insecure-http if you must.");
    if (beyond && !live)
      throw new Unknown(
          "The demonstration's passwords are known to all, so it listens on this machine only. Use"
              + " --live with a data folder of your own.");
    if (insecure && tls.isPresent())
      throw new Unknown("--tls and --insecure-http cannot both be meant. Leave one away.");
    if (plainPort != 0 && tls.isEmpty())
      throw new Unknown("--plain-port leads to https, so it needs --tls.");
  }

  /// The address at which people reach the program.
  ///
  /// @param port the one that it answers at
  String reached(int port) {
    boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
    String host = !hosts.isEmpty() ? hosts.getFirst() : everywhere ? "127.0.0.1" : address;
    String written = host.contains(":") ? "[" + host + "]" : host;
    return (tls.isPresent() ? "https://" : "http://") + written + ":" + port;
  }

  private static boolean store(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }

  private static List<String> names(String text) {
    List<String> names = List.of(text.split("[,\\s]+"));
    if (names.stream().allMatch(String::isBlank))
      throw new Unknown("--host needs a name after it.");
    return names.stream().filter(name -> !name.isBlank()).toList();
  }

  private static String web(String word, String text) {
    if (text.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) return text;
    throw new Unknown(
        word + " needs an address such as https://karyalay.example, not " + text + ".");
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
