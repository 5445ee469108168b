package karyalay.demo;

import java.util.List;
import karyalay.desk.Movements;
import karyalay.dispatch.Asked;
import karyalay.dispatch.Call;
import karyalay.dispatch.Calls;
import karyalay.dispatch.CarriageWorker;
import karyalay.dispatch.Conveyance;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.Dispatching;
import karyalay.dispatch.Item;
import karyalay.dispatch.Replies;
import karyalay.drafts.LetterId;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// How the signed letters of the demonstration leave the office, and what comes back.
@Component
class Outgoing {
  private static final String SENDER = "RDR-RDR";

  /// Stations that have read the circular; the first of them have answered it too.
  private static final List<String> READERS =
      List.of("SHO-SRK", "SHO-KOT", "SHO-TRW", "SHO-CBM", "SHO-TLG", "SHO-IND");

  private static final int ANSWERS = 3;

  private final Cast cast;
  private final DispatchReading reading;
  private final Dispatching dispatching;
  private final Calls calls;
  private final Replies replies;
  private final CarriageWorker carriage;
  private final Movements movements;
  private final TransactionOperations together;
  private final OfficeTime time;

  Outgoing(
      Cast cast,
      DispatchReading reading,
      Dispatching dispatching,
      Calls calls,
      Replies replies,
      CarriageWorker carriage,
      Movements movements,
      TransactionOperations together,
      OfficeTime time) {
    this.cast = cast;
    this.reading = reading;
    this.dispatching = dispatching;
    this.calls = calls;
    this.replies = replies;
    this.carriage = carriage;
    this.movements = movements;
    this.together = together;
    this.time = time;
  }

  void send(SampleLetter sample, LetterId letter, Story story, OfficeId district) {
    Act act = cast.act(SENDER, district);
    switch (sample.fate()) {
      case CHANGED, APPROVED, SIGNED -> {}
      case OWN_OFFICE -> byWire(letter, district);
      case SPEED_POST -> one(act, letter, new Conveyance.SpeedPost("", sample.remark()));
      case BY_HAND -> one(act, letter, new Conveyance.ByHand(receiver(sample)));
      case RETURNED -> {
        one(act, letter, new Conveyance.Post(""));
        story.later(50, () -> comesBack(sample, letter, district));
      }
      case CIRCULAR -> {
        calls.open(act, letter, Call.Kind.CIRCULAR, time.today().plusDays(12));
        byWire(letter, district);
        reachesTheStations(letter, story, district);
      }
    }
  }

  /// Sent and carried in one, so that it arrives at the moment that is told of.
  private void byWire(LetterId letter, OfficeId district) {
    Act act = cast.act(SENDER, district);
    List<Integer> all = items(act, letter).stream().map(Item::serial).toList();
    together.executeWithoutResult(begun -> {
      dispatching.send(act, letter, all, new Conveyance.OwnOffice());
      carriage.carryWaiting();
    });
  }

  private void one(Act act, LetterId letter, Conveyance how) {
    dispatching.send(act, letter, List.of(1), how);
  }

  private Conveyance.Receiver receiver(SampleLetter sample) {
    return new Conveyance.Receiver(sample.remark(), "अहलमद", time.now(), null);
  }

  private void comesBack(SampleLetter sample, LetterId letter, OfficeId district) {
    dispatching.returned(cast.act(SENDER, district), letter, 1, sample.remark());
  }

  private List<Item> items(Act act, LetterId letter) {
    return reading.items(reading.open(letter, new Scope(act.person(), act.post())));
  }

  private void reachesTheStations(LetterId letter, Story story, OfficeId district) {
    Act sender = cast.act(SENDER, district);
    String number = reading.open(letter, new Scope(sender.person(), sender.post())).number();
    for (int i = 0; i < READERS.size(); i++) {
      String sho = READERS.get(i);
      story.later(2 + 3 * i, () -> opens(sho, number, district));
      if (i < ANSWERS) story.later(52 + 5 * i, () -> answers(sho, number, district));
    }
  }

  private Asked asked(String sho, String number, OfficeId district) {
    Act act = cast.act(sho, district);
    return replies.open(new Scope(act.person(), act.post())).stream()
        .filter(asked -> asked.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing asked of " + sho));
  }

  private void opens(String sho, String number, OfficeId district) {
    movements.open(cast.act(sho, district), asked(sho, number, district).paper());
  }

  private void answers(String sho, String number, OfficeId district) {
    replies.answer(
        cast.act(sho, district),
        asked(sho, number, district).paper(),
        "",
        "निर्देशों से समस्त विवेचकों को अवगत कराया गया। लम्बित प्रकरणों की दैनिक समीक्षा प्रारम्भ कर दी गई है।");
  }
}
