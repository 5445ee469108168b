package karyalay.access.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.Set;
import java.util.TreeSet;
import karyalay.access.Gate;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Whom a token speaks for: the first call of another system.
@RestController
class MeApi {
  /// @param post marking abbreviation of the one post this token works on
  /// @param scopes `read`, `write`
  record Me(
      String pno,
      String nameHi,
      String nameEn,
      String language,
      String post,
      String designationHi,
      String designationEn,
      String officeHi,
      String officeEn,
      String capacity,
      Set<String> roles,
      Set<String> scopes) {}

  @GetMapping("/api/v1/me")
  @MayCall(CHAIR)
  Me me(Caller caller, @RequestAttribute(Gate.SCOPES) Set<String> scopes) {
    Caller.Chair chair = caller.seat();
    return new Me(
        caller.pno(),
        caller.nameHi(),
        caller.nameEn(),
        caller.language().name(),
        chair.mark(),
        chair.designationHi(),
        chair.designationEn(),
        chair.officeHi(),
        chair.officeEn(),
        chair.capacity().name(),
        new TreeSet<>(caller.roles()),
        new TreeSet<>(scopes));
  }
}
