package karyalay.web;

import karyalay.shared.PaperId;
import karyalay.shared.VerificationCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Under which address the public reaches this office: what printed codes lead to. It is set once
/// (`karyalay.public-address`, such as `https://karyalay.example`); unset, it is that under which
/// the present request came, which serves a single machine.
@Component
public class PublicAddress {
  private final String set;

  PublicAddress(@Value("${karyalay.public-address:}") String set) {
    this.set = set.strip().replaceAll("/+$", "");
  }

  /// Where a printed code is verified.
  public String verification(VerificationCode code) {
    return base() + "/verify/" + code;
  }

  /// Where the code on the cover of a physical paper leads.
  public String sightings(PaperId paper) {
    return base() + "/papers/" + paper + "/sightings";
  }

  /// Where a path of this program is reached by another device.
  public String of(String path) {
    return base() + path;
  }

  private String base() {
    if (!set.isEmpty()) return set;
    return RequestContextHolder.getRequestAttributes() == null
        ? ""
        : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
