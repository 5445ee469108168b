package karyalay.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sent this request, in which chair, loaded with the session in one statement and checked
/// against the live charge. Handlers take it as a parameter.
///
/// @param chair null when the person holds no live charge, or the request named none
public record Caller(
    PersonId person,
    String pno,
    String nameHi,
    String nameEn,
    Language language,
    Typing typing,
    Set<String> roles,
    String csrf,
    @Nullable Chair chair) {

  /// The post one acts as.
  ///
  /// @param mark marking abbreviation, as `SHO-GSG`: what `as` carries in every form and call
  public record Chair(
      PostId post,
      String mark,
      String designationHi,
      String designationEn,
      OfficeId office,
      String officeHi,
      String officeEn,
      OfficeId district,
      Capacity capacity) {}

  public Actor actor() {
    Chair seat = seat();
    return new Actor(person, seat.post(), seat.capacity());
  }

  public Scope scope() {
    return new Scope(person, seat().post());
  }

  /// The chair, where the route has made sure that there is one.
  public Chair seat() {
    if (chair == null) throw new IllegalStateException("route lets in callers without a chair");
    return chair;
  }

  public String name() {
    return language.pick(nameHi, nameEn);
  }
}
