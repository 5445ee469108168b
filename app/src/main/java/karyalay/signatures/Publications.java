package karyalay.signatures;

import org.springframework.stereotype.Service;

/// What an authority publishes, so that others can check its signatures without asking us.
@Service
public class Publications {
  private final OfficeAuthority authority;
  private final KeyRows rows;

  Publications(OfficeAuthority authority, KeyRows rows) {
    this.authority = authority;
    this.rows = rows;
  }

  /// The authority's certificate, encoded; empty while it has certified nobody.
  public byte[] authority() {
    var certificate = authority.certificate();
    return certificate == null ? new byte[0] : Certificates.encoded(certificate);
  }

  /// The list of withdrawn certificates (RFC 5280); empty while there is no authority.
  public byte[] revocations() {
    return authority.revocations(rows.endedOfOffice());
  }
}
