package karyalay.files.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.desk.web.Addressee;
import karyalay.files.Consultations;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Consulting another office about a file (OP-91).
@Controller
@RequestMapping("/files/{paper}/consultations")
class ConsultationActs {
  private final Consultations consultations;
  private final Posts posts;
  private final Reading reading;

  ConsultationActs(Consultations consultations, Posts posts, Reading reading) {
    this.consultations = consultations;
    this.posts = posts;
    this.reading = reading;
  }

  @PostMapping
  @MayCall(CHAIR)
  String ask(
      @PathVariable PaperId paper,
      @RequestParam String to,
      @RequestParam String question,
      @RequestParam @Day(AHEAD) LocalDate target,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    consultations.ask(act, paper, Addressee.of(posts, to, caller), question, target);
    return FilingActs.related(paper, page);
  }

  @PostMapping("/{id}/answer")
  @MayCall(CHAIR)
  String answered(
      @PathVariable PaperId paper,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    consultations.answered(act, paper, id, remark);
    return FilingActs.related(paper, page);
  }

  @PostMapping("/{id}/extension")
  @MayCall(CHAIR)
  String extend(
      @PathVariable PaperId paper,
      @PathVariable UUID id,
      @RequestParam @Day(AHEAD) LocalDate target,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    consultations.extend(act, paper, id, target, reason);
    return FilingActs.related(paper, page);
  }

  @PostMapping("/{id}/proceeding")
  @MayCall(CHAIR)
  String proceed(
      @PathVariable PaperId paper,
      @PathVariable UUID id,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    consultations.proceed(act, paper, id, reason);
    return FilingActs.related(paper, page);
  }
}
