package karyalay.web;

import karyalay.shared.PaperId;
import karyalay.shared.VerificationCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Under which address the public reaches this office: what printed codes and letters lead to. It
/// is set once (`--public-address` or `KARYALAY_PUBLIC_ADDRESS`, such as
/// `https://karyalay.example`); unset, it is that under which the present request came, which
/// serves a single machine, and outside a request that at which the program answers.
@Component
public class PublicAddress {
  private final String set;
  private final String own;

  PublicAddress(
      @Value("${karyalay.public-address:}") String set,
      @Value("${karyalay.own-address:}") String own) {
    this.set = bare(set);
    this.own = bare(own);
  }

  private static String bare(String address) {
    return address.strip().replaceAll("/+$", "");
  }

  /// Where a printed code is verified.
  public String verification(VerificationCode code) {
    return root() + "/verify/" + code;
  }

  /// Where the code on the cover of a physical paper leads.
  public String sightings(PaperId paper) {
    return root() + "/papers/" + paper + "/sightings";
  }

  /// Where a path of this program is reached by another device.
  public String of(String path) {
    return root() + path;
  }

  /// The address without a path; empty only outside a request of a program that was started by no
  /// launcher.
  public String root() {
    if (!set.isEmpty()) return set;
    return RequestContextHolder.getRequestAttributes() == null
        ? own
        : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
