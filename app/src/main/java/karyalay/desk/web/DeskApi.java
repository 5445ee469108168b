package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Claim;
import karyalay.desk.Kind;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.desk.Row;
import karyalay.desk.Task;
import karyalay.desk.Trails;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The desk for other systems: the same doors as the pages.
@RestController
@RequestMapping("/api/v1")
class DeskApi {
  private final Trays trays;
  private final Reading reading;
  private final Trails trails;
  private final Movements movements;
  private final Posts posts;

  DeskApi(Trays trays, Reading reading, Trails trails, Movements movements, Posts posts) {
    this.trays = trays;
    this.reading = reading;
    this.trails = trails;
    this.movements = movements;
    this.posts = posts;
  }

  /// A paper on a desk. Title and subtitle are empty when it is protected and the caller not named.
  record PaperJson(
      UUID id,
      Kind kind,
      String number,
      String title,
      String subtitle,
      String place,
      boolean physical,
      String urgency,
      String classification,
      Task task,
      @Nullable Instant dueAt,
      Instant arrivedAt,
      @Nullable Instant openedAt,
      @Nullable String from,
      @Nullable String holder,
      ClaimApi.@Nullable ClaimJson claim) {}

  record TrayJson(Trays.Counts counts, List<PaperJson> papers, @Nullable String cursor) {}

  record LineJson(
      int serial,
      String word,
      Instant at,
      @Nullable Instant opened,
      @Nullable String from,
      @Nullable String to,
      String by,
      Task task,
      String remark,
      List<BesideJson> beside) {}

  /// What was done to the paper while it lay there: claimed, taken over, prepared for its holder.
  record BesideJson(
      Trails.Beside word, Instant at, String by, @Nullable String post, String remark) {}

  /// What is asked.
  ///
  /// @param to marking abbreviation
  record ForwardJson(
      String to, @Nullable Task task, @Nullable String remark, @Nullable LocalDate due) {}

  @GetMapping("/desk")
  @MayCall(CHAIR)
  TrayJson desk(
      Caller caller,
      @RequestParam(defaultValue = "MINE") TrayFilter.Tab tab,
      @RequestParam(defaultValue = "ALL") TrayFilter.What what,
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(required = false) @Nullable Boolean physical,
      @RequestParam(defaultValue = "ALL") TrayFilter.Whose whose,
      @RequestParam(required = false) @Nullable String cursor) {
    var filter = new TrayFilter(tab, what, kind, physical, whose, DeskPages.cursor(cursor));
    List<Row> rows = trays.page(caller.scope(), filter);
    String next = rows.size() < Trays.PAGE ? null : rows.getLast().cursor().toString();
    return new TrayJson(
        trays.counts(caller.scope()),
        rows.stream()
            .map(row ->
                json(
                    row.paper(),
                    mark(row.from().orElse(null)),
                    mark(row.holder().orElse(null)),
                    claim(row.claim().orElse(null), caller)))
            .toList(),
        next);
  }

  @GetMapping("/papers/{paper}")
  @MayCall(CHAIR)
  PaperJson paper(@PathVariable PaperId paper, Caller caller) {
    var card = reading.card(paper, caller.scope());
    return json(
        card.paper(),
        card.from().orElse(null),
        mark(card.holder().orElse(null)),
        claim(card.claim().orElse(null), caller));
  }

  private static ClaimApi.@Nullable ClaimJson claim(@Nullable Claim claim, Caller caller) {
    return claim == null ? null : ClaimApi.ClaimJson.of(claim, caller);
  }

  @GetMapping("/papers/{paper}/movements")
  @MayCall(CHAIR)
  List<LineJson> movements(@PathVariable PaperId paper, Caller caller) {
    return trails.of(paper, caller.scope()).stream()
        .map(line ->
            new LineJson(
                line.serial(),
                line.word(),
                line.at(),
                line.opened(),
                mark(line.from().orElse(null)),
                mark(line.to().orElse(null)),
                caller.language().pick(line.byHi(), line.byEn()),
                line.task(),
                line.remark(),
                line.beside().stream().map(one -> beside(one, caller)).toList()))
        .toList();
  }

  private static BesideJson beside(Trails.Margin one, Caller caller) {
    return new BesideJson(
        one.word(),
        one.at(),
        caller.language().pick(one.byHi(), one.byEn()),
        mark(one.post().orElse(null)),
        one.remark());
  }

  @PostMapping("/papers/{paper}/movements")
  @MayCall(CHAIR)
  PaperJson forward(
      @PathVariable PaperId paper, @RequestBody ForwardJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    Task task = body.task() == null ? Task.ACTION : body.task();
    String remark = body.remark() == null ? "" : body.remark();
    var move =
        new Move.Forward(Addressee.of(posts, body.to(), caller), task, remark, body.due(), false);
    movements.forward(act, paper, move);
    return paper(paper, caller);
  }

  @PostMapping("/papers/{paper}/recall")
  @MayCall(CHAIR)
  PaperJson pullBack(@PathVariable PaperId paper, Act act, Caller caller) {
    return moved(paper, new Move.PullBack(), act, caller);
  }

  @PostMapping("/papers/{paper}/reception")
  @MayCall(CHAIR)
  PaperJson receive(@PathVariable PaperId paper, Act act, Caller caller) {
    return moved(paper, new Move.Receive(), act, caller);
  }

  private PaperJson moved(PaperId paper, Move move, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    movements.move(act, paper, move);
    return paper(paper, caller);
  }

  private static @Nullable String mark(@Nullable Chair chair) {
    return chair == null ? null : chair.mark();
  }

  private static PaperJson json(
      Paper paper,
      @Nullable String from,
      @Nullable String holder,
      ClaimApi.@Nullable ClaimJson claim) {
    return new PaperJson(
        paper.id().value(),
        paper.kind(),
        paper.number(),
        paper.title(),
        paper.subtitle(),
        paper.place().code(),
        paper.physical(),
        paper.urgency().name(),
        paper.classification().name(),
        paper.task(),
        paper.dueAt(),
        paper.arrivedAt(),
        paper.openedAt(),
        from,
        holder,
        claim);
  }
}
