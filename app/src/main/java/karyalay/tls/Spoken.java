package karyalay.tls;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/// The names and addresses that certificates speak of: for what one is, and for what its issuer may
/// at most issue one (RFC 5280, 4.2.1.6 and 4.2.1.10).
final class Spoken {
  private static final int DNS = GeneralName.dNSName;
  private static final int ADDRESS = GeneralName.iPAddress;

  private Spoken() {}

  static GeneralName[] said(MachineNames machine) {
    List<GeneralName> all = new ArrayList<>();
    for (String name : new TreeSet<>(machine.names())) all.add(new GeneralName(DNS, name));
    for (String address : new TreeSet<>(machine.addresses()))
      all.add(
          new GeneralName(
              ADDRESS, new DEROctetString(InetAddress.ofLiteral(address).getAddress())));
    return all.toArray(GeneralName[]::new);
  }

  /// This machine's names, whatever is named `.local`, and addresses within offices.
  static NameConstraints bounds(MachineNames machine) {
    List<GeneralSubtree> permitted = new ArrayList<>();
    Set<String> names = new TreeSet<>(machine.names());
    names.add("local");
    for (String name : names) permitted.add(new GeneralSubtree(new GeneralName(DNS, name)));
    List<LocalRanges> ranges = new ArrayList<>(LocalRanges.ALL);
    for (String address : new TreeSet<>(machine.addresses()))
      if (!LocalRanges.cover(InetAddress.ofLiteral(address))) ranges.add(LocalRanges.only(address));
    for (LocalRanges range : ranges)
      permitted.add(
          new GeneralSubtree(new GeneralName(ADDRESS, new DEROctetString(range.encoded()))));
    return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
  }

  /// @throws TlsFault when something is not this authority's to certify
  static void require(X509Certificate root, MachineNames machine, Path folder) {
    List<String> foreign = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    List<LocalRanges> ranges = new ArrayList<>();
    for (GeneralSubtree tree : permitted(root)) {
      GeneralName base = tree.getBase();
      if (base.getTagNo() == DNS) names.add(base.getName().toString());
      else if (base.getTagNo() == ADDRESS)
        ranges.add(LocalRanges.decoded(ASN1OctetString.getInstance(base.getName()).getOctets()));
    }
    for (String name : machine.names())
      if (names.stream().noneMatch(it -> name.equals(it) || name.endsWith("." + it)))
        foreign.add(name);
    for (String address : machine.addresses()) {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      if (ranges.stream().noneMatch(range -> range.holds(bytes))) foreign.add(address);
    }
    if (foreign.isEmpty()) return;
    throw new TlsFault(
        "The authority in "
            + folder
            + " may certify "
            + String.join(", ", names)
            + " and addresses within offices, and not "
            + String.join(", ", foreign)
            + ". Start without that name; or move the folder away: a new authority is made then, and"
            + " every device must be given its certificate.");
  }

  private static GeneralSubtree[] permitted(X509Certificate root) {
    byte[] extension = root.getExtensionValue(Extension.nameConstraints.getId());
    if (extension == null) return new GeneralSubtree[0];
    byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
    GeneralSubtree[] trees = NameConstraints.getInstance(inner).getPermittedSubtrees();
    return trees == null ? new GeneralSubtree[0] : trees;
  }

  static Set<String> names(X509Certificate certificate) {
    return values(certificate, DNS);
  }

  /// In the form of {@link InetAddress#getHostAddress}.
  static Set<String> addresses(X509Certificate certificate) {
    Set<String> plain = new TreeSet<>();
    for (String text : values(certificate, ADDRESS))
      plain.add(InetAddress.ofLiteral(text).getHostAddress());
    return plain;
  }

  private static Set<String> values(X509Certificate certificate, int kind) {
    Set<String> found = new TreeSet<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null)
        for (List<?> one : all)
          if (Integer.valueOf(kind).equals(one.get(0))) found.add(String.valueOf(one.get(1)));
    } catch (CertificateParsingException e) {
      throw new TlsFault("The certificate's names cannot be read.", e);
    }
    return found;
  }
}
