package karyalay.tls;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a machine is called and where it is reached.
///
/// @param names as they stand in addresses, in small ASCII letters
/// @param addresses in numbers
record MachineNames(Set<String> names, Set<String> addresses) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern NUMBERS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  MachineNames {
    names = Set.copyOf(names);
    addresses = Set.copyOf(addresses);
  }

  /// @param given what the administrator says besides; the first stands first
  /// @param everywhere whether other machines reach it, so that its own names and addresses count
  static MachineNames of(List<String> given, boolean everywhere) {
    Set<String> names = new TreeSet<>(Set.of("localhost"));
    Set<String> addresses = new TreeSet<>(Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
    for (String one : given) {
      String text = one.strip();
      if (NUMBERS.matcher(text).matches()) addresses.add(literal(text).getHostAddress());
      else names.add(name(text));
    }
    if (everywhere) {
      hostName(names);
      addresses.addAll(own());
    }
    return new MachineNames(names, addresses);
  }

  /// @throws TlsFault when it is no name that can stand in an address
  static String name(String text) {
    String name;
    try {
      name = IDN.toASCII(text.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      name = "";
    }
    if (!NAME.matcher(name).matches())
      throw new TlsFault(
          text
              + " is no name of a machine. Give names or addresses: --host thana.example,10.0.0.5");
    return name;
  }

  static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new TlsFault(text + " is no address. Give names or addresses after --host.", e);
    }
  }

  private static void hostName(Set<String> names) {
    try {
      String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      String ascii = name.toLowerCase(Locale.ROOT);
      if (!NAME.matcher(ascii).matches()) return;
      names.add(ascii);
      if (!ascii.contains(".")) names.add(ascii + ".local");
    } catch (IOException e) {
      // Without a name it is reached by its addresses.
    }
  }

  /// Addresses that a network of an office gives; the world's own must be named.
  private static Set<String> own() {
    Set<String> found = new TreeSet<>();
    try {
      for (NetworkInterface line : NetworkInterface.networkInterfaces().toList()) {
        if (!line.isUp()) continue;
        line.inetAddresses()
            .filter(it -> !it.isLinkLocalAddress() && !it.isLoopbackAddress())
            .filter(it -> LocalRanges.cover(it))
            .forEach(it -> found.add(plain(it)));
      }
    } catch (SocketException e) {
      throw new TlsFault("This machine's addresses cannot be read: " + e.getMessage(), e);
    }
    return found;
  }

  /// Without the name of the line that IPv6 puts behind it.
  private static String plain(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress()).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
