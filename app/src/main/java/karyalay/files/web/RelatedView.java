package karyalay.files.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import karyalay.files.Flag;
import karyalay.files.FlagTarget;
import karyalay.files.Related;
import karyalay.files.TieKind;
import karyalay.web.Page;

/// What hangs together with a file: bundles, parts and volumes, mergings, flags, slips,
/// consultations.
///
/// @param mine whether the file lies on the reader's desk, free to be worked on
/// @param away whether it is on another desk, so that a part may be opened
public record RelatedView(
    Strip strip,
    boolean mine,
    boolean away,
    Related.Family family,
    List<Related.Bundle> bundles,
    List<Flag> flags,
    LocalDate today) {

  public Page page() {
    return strip.page();
  }

  /// Where a change of state is sent.
  public String to(String resource) {
    return "/files/" + family.card().paper().id() + "/" + resource;
  }

  /// Bundles in which something stands.
  public List<Related.Bundle> filled() {
    return bundles.stream().filter(bundle -> !bundle.ties().isEmpty()).toList();
  }

  /// Parts, merged files, and everything that was detached or hangs the other way.
  public List<Related.Line> others() {
    return family.ties().stream()
        .filter(line -> !line.outward() || line.ended() != null || !loose(line))
        .toList();
  }

  private static boolean loose(Related.Line line) {
    return line.kind() == TieKind.LINKED || line.kind() == TieKind.ATTACHED;
  }

  /// Key of what the other file is to this one.
  public String relation(Related.Line line) {
    return line.kind().key() + (line.outward() ? "" : ".of");
  }

  public String place(Related.Line line) {
    return page().t("files.place." + line.place().toLowerCase(Locale.ROOT));
  }

  /// Why it was ended, in words.
  public String ended(Related.Line line) {
    return line.endedReason().equals("MERGED")
        ? page().t("files.tie.merged-back")
        : line.endedReason();
  }

  /// What a flag sits on, in words.
  public String on(Flag flag) {
    if (flag.target() != FlagTarget.FILE)
      return page().t(flag.target().key(), Integer.toString(flag.place()));
    String[] reached = flag.version().split("/", 2);
    return page().t("files.flag.on.file", reached[0], reached[1]);
  }

  public String state(Related.Asked merging) {
    if (merging.done()) return page().t("files.merging.done");
    Boolean approved = merging.approved();
    if (approved == null) return page().t("files.merging.waits");
    return page().t(approved ? "files.merging.approved" : "files.merging.declined");
  }
}
