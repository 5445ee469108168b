package karyalay.golive.web;

import java.util.List;
import karyalay.golive.StaffList.Seated;
import karyalay.organisation.Holiday;
import karyalay.organisation.Master;
import karyalay.organisation.Office;
import karyalay.organisation.Post;
import karyalay.web.Page;

/// The people of one office.
///
/// @param offices to choose from; empty but for the administrator
/// @param heads whether the reader heads it
public record StaffView(
    Page page,
    Office office,
    List<Office> offices,
    List<Seated> seated,
    List<Master> ranks,
    List<Holiday> holidays,
    List<Post> delegates,
    boolean heads) {

  public String officeName() {
    return page.name(office.facts().nameHi(), office.facts().nameEn());
  }

  public String id() {
    return office.id().toString();
  }

  public String rank(String code) {
    return ranks.stream()
        .filter(rank -> rank.code().equals(code))
        .map(rank -> page.name(rank.nameHi(), rank.nameEn()))
        .findFirst()
        .orElse(code);
  }

  /// Each post once.
  public List<Post> posts() {
    return seated.stream().map(Seated::post).distinct().toList();
  }

  public boolean vacant(Post post) {
    return seated.stream().noneMatch(one -> one.post().equals(post) && one.person() != null);
  }

  public boolean isDelegate(Post post) {
    return delegates.stream().anyMatch(one -> one.id().equals(post.id()));
  }

  /// Whether the holiday is this office's own.
  public boolean own(Holiday holiday) {
    return holiday.office().equals(office.id().value());
  }
}
