package karyalay.golive.web;

import java.time.LocalDate;
import karyalay.golive.GoLive;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.web.Dates;
import karyalay.web.ShellNotice;
import karyalay.web.Words;
import org.springframework.stereotype.Component;

/// While the paper register is written beside this one, every page of the office says until when.
@Component
class ParallelNotice implements ShellNotice {
  private final GoLive goLive;
  private final OfficeTime time;

  ParallelNotice(GoLive goLive, OfficeTime time) {
    this.goLive = goLive;
    this.time = time;
  }

  @Override
  public String sentence(Caller caller, Words words) {
    Caller.Chair seat = caller.seat();
    LocalDate until = goLive.until(seat.office(), seat.district()).orElse(null);
    if (until == null || time.today().isAfter(until)) return "";
    String day = new Dates(caller.language()).day(until);
    return words.say(caller.language(), "golive.parallel.until", day);
  }
}
