package karyalay.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Puts the masters that hold everywhere into the database, as a logged act: all of them into an
/// empty one, and into an older one at the next start what a new version has brought. What is there
/// stays as it is, and a district's own row goes before it whichever came first.
@Component
class MasterSeed {
  /// `district/masters.json` as it is written.
  record File(@JsonProperty("valid_from") LocalDate from, Map<String, List<Line>> kinds) {}

  /// One entry of it.
  record Line(String code, String hi, String en, int sort, @Nullable Map<String, Object> data) {
    Master.Facts facts() {
      return new Master.Facts(hi, en, sort, data == null ? Map.of() : data);
    }
  }

  private final MasterStore store;
  private final Masters masters;
  private final Changes changes;
  private final Ledger ledger;
  private final JsonMapper json;

  MasterSeed(MasterStore store, Masters masters, Changes changes, Ledger ledger, JsonMapper json) {
    this.store = store;
    this.masters = masters;
    this.changes = changes;
    this.ledger = ledger;
    this.json = json;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Transactional
  void plant() throws IOException {
    store.lockAll();
    File file = read();
    Set<String> there = store.everywhere();
    int planted = 0;
    for (var kind : file.kinds().entrySet())
      for (Line line : kind.getValue())
        if (!there.contains(kind.getKey() + " " + line.code())) {
          plant(kind.getKey(), line, file.from());
          planted++;
        }
    if (planted == 0) return;
    masters.forget();
    log(file.from(), planted);
  }

  private void plant(String kind, Line line, LocalDate from) {
    store.add(Ids.next(), null, kind, line.code(), line.facts(), from, LocalDate.MAX);
  }

  private File read() throws IOException {
    try (InputStream in = new ClassPathResource("district/masters.json").getInputStream()) {
      return json.readValue(in, File.class);
    }
  }

  private void log(LocalDate from, int planted) {
    Act act = Act.of(TheProgram.ACTOR);
    UUID subject = Ids.next();
    Map<String, Object> count = Map.of("entries", planted);
    changes.note(act, Changes.Kind.MASTER, subject, from, Map.of(), count);
    ledger.append(act, new Entry("organisation.masters_planted", "master/" + subject, count));
  }
}
