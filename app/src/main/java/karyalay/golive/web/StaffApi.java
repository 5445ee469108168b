package karyalay.golive.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.golive.Staff;
import karyalay.golive.StaffList;
import karyalay.organisation.Person;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The people of the caller's office, for other systems.
@RestController
@RequestMapping("/api/v1/staff")
class StaffApi {
  private final Staff staff;
  private final StaffList list;

  StaffApi(Staff staff, StaffList list) {
    this.staff = staff;
    this.list = list;
  }

  /// @param person null where the post is vacant
  record SeatJson(
      UUID post, String mark, String designation, @Nullable UUID person, String pno, String name) {}

  @GetMapping
  @MayCall(CHAIR)
  List<SeatJson> of(Caller caller) {
    return list.of(caller, caller.seat().office()).stream().map(StaffApi::seat).toList();
  }

  private static SeatJson seat(StaffList.Seated one) {
    Person person = one.person();
    return new SeatJson(
        one.post().id().value(),
        one.post().mark(),
        one.post().designationHi(),
        person == null ? null : person.id().value(),
        person == null ? "" : person.facts().pno(),
        person == null ? "" : person.facts().nameHi());
  }

  /// @param nameEn made from the Hindi name when missing; designations likewise
  record Coming(
      String pno,
      String nameHi,
      @Nullable String nameEn,
      String mobile,
      Person.Gender gender,
      String rank,
      String post,
      @Nullable String designationHi,
      @Nullable String designationEn) {}

  /// @param password told this once; empty when he had one
  record JoinedJson(UUID person, String mark, String password) {}

  @PostMapping
  @MayCall(CHAIR)
  JoinedJson join(@RequestBody Coming it, Act act, Caller caller) {
    OfficeId office = caller.seat().office();
    var coming =
        new Staff.Coming(
            it.pno(),
            it.nameHi(),
            text(it.nameEn()),
            it.mobile(),
            it.gender(),
            it.rank(),
            it.post(),
            text(it.designationHi()),
            text(it.designationEn()));
    var joined = staff.join(act, caller, office, coming);
    return new JoinedJson(joined.person().value(), joined.mark(), joined.password());
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field;
  }
}
