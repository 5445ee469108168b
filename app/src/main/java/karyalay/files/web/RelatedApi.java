package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.files.Flag;
import karyalay.files.FlagTarget;
import karyalay.files.Flags;
import karyalay.files.Related;
import karyalay.files.TieKind;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What hangs together with a file, for other systems.
@RestController
@RequestMapping("/api/v1/files/{paper}")
class RelatedApi {
  private final Related related;
  private final Flags flags;

  RelatedApi(Related related, Flags flags) {
    this.related = related;
    this.flags = flags;
  }

  record VolumeJson(UUID id, int serial, String number, int firstPage, int lastPage) {}

  /// @param outward whether the other hangs on this file
  record TieJson(
      UUID id,
      TieKind kind,
      boolean outward,
      UUID file,
      String number,
      String title,
      String bundle,
      Instant at,
      @Nullable Instant ended) {}

  /// @param approved null until decided
  record MergingJson(
      UUID id,
      UUID source,
      UUID target,
      String reason,
      @Nullable Boolean approved,
      String remark,
      boolean done) {}

  record SlipJson(
      int serial, int firstPage, int lastPage, String reason, String to, String by, Instant at) {}

  record ConsultationJson(
      UUID id, String asked, String question, LocalDate target, String outcome, int extensions) {}

  record FlagJson(
      UUID id,
      String label,
      FlagTarget target,
      UUID file,
      int place,
      String version,
      Instant at,
      @Nullable Instant lifted) {}

  record RelatedJson(
      List<VolumeJson> volumes,
      List<TieJson> ties,
      List<MergingJson> mergings,
      List<SlipJson> slips,
      List<ConsultationJson> consultations) {}

  @GetMapping("/related")
  @MayCall(CHAIR)
  RelatedJson related(@PathVariable PaperId paper, Caller caller) {
    Related.Family family = related.of(paper, caller.scope());
    return new RelatedJson(
        family.volumes().stream().map(RelatedApi::json).toList(),
        family.ties().stream().map(RelatedApi::json).toList(),
        family.mergings().stream().map(RelatedApi::json).toList(),
        family.slips().stream().map(RelatedApi::json).toList(),
        family.consultations().stream().map(RelatedApi::json).toList());
  }

  /// All flags of the file, set and lifted, oldest first.
  @GetMapping("/flags")
  @MayCall(CHAIR)
  List<FlagJson> flags(@PathVariable PaperId paper, Caller caller) {
    related.of(paper, caller.scope());
    return flags.of(paper).stream().map(RelatedApi::json).toList();
  }

  @GetMapping("/flags/{flag}")
  @MayCall(CHAIR)
  FlagJson flag(@PathVariable PaperId paper, @PathVariable UUID flag, Caller caller) {
    return json(flags.open(paper, flag, caller.scope()));
  }

  private static VolumeJson json(Related.Volume volume) {
    return new VolumeJson(
        volume.paper().value(),
        volume.serial(),
        volume.number(),
        volume.firstPage(),
        volume.lastPage());
  }

  private static TieJson json(Related.Line line) {
    return new TieJson(
        line.tie(),
        line.kind(),
        line.outward(),
        line.paper().value(),
        line.number(),
        line.title(),
        line.bundle(),
        line.at(),
        line.ended());
  }

  private static MergingJson json(Related.Asked merging) {
    return new MergingJson(
        merging.id(),
        merging.source().value(),
        merging.target().value(),
        merging.reason(),
        merging.approved(),
        merging.remark(),
        merging.done());
  }

  private static SlipJson json(Related.Slip slip) {
    return new SlipJson(
        slip.serial(),
        slip.firstPage(),
        slip.lastPage(),
        slip.reason(),
        slip.to(),
        slip.by(),
        slip.at());
  }

  private static ConsultationJson json(Related.Consultation one) {
    return new ConsultationJson(
        one.id(), one.asked(), one.question(), one.target(), one.outcome(), one.extensions());
  }

  private static FlagJson json(Flag flag) {
    return new FlagJson(
        flag.id(),
        flag.label(),
        flag.target(),
        flag.paper().value(),
        flag.place(),
        flag.version(),
        flag.at(),
        flag.lifted());
  }
}
