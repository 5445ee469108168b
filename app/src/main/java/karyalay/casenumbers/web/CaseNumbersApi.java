package karyalay.casenumbers.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.casenumbers.CaseNumbers;
import karyalay.casenumbers.TwoHours;
import karyalay.desk.Reading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Numbers for other systems: the same door as the pages.
@RestController
@RequestMapping("/api/v1")
class CaseNumbersApi {
  private final CaseNumbers numbers;
  private final Reading reading;

  CaseNumbersApi(CaseNumbers numbers, Reading reading) {
    this.numbers = numbers;
    this.reading = reading;
  }

  /// @param written as people write it
  record WrittenJson(String written) {}

  record LinkJson(java.util.UUID paper, String number, String title) {}

  record NumberJson(
      java.util.UUID id, String type, int number, int year, String written, String thana) {}

  record OnPaperJson(List<NumberJson> numbers, List<LinkJson> linked) {}

  @GetMapping("/papers/{paper}/case-numbers")
  @MayCall(CHAIR)
  OnPaperJson of(@PathVariable PaperId paper, Caller caller) {
    var on = numbers.of(paper, caller.scope());
    return new OnPaperJson(
        on.numbers().stream()
            .map(it ->
                new NumberJson(
                    it.id(),
                    it.type().name(),
                    it.number(),
                    it.year(),
                    it.written(),
                    caller.language().pick(it.thanaHi(), it.thanaEn())))
            .toList(),
        on.linked().stream()
            .map(it -> new LinkJson(it.paper().value(), it.number(), it.title()))
            .toList());
  }

  @PostMapping("/papers/{paper}/case-numbers")
  @MayCall(CHAIR)
  OnPaperJson enter(
      @PathVariable PaperId paper, @RequestBody WrittenJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    numbers.enter(act, paper, body.written());
    return of(paper, caller);
  }

  @GetMapping("/case-numbers/two-hours")
  @MayCall(CHAIR)
  List<TwoHours> twoHours(Caller caller) {
    return numbers.twoHours(caller.scope());
  }
}
