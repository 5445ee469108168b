package karyalay.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/// Puts the masters that hold everywhere into an empty database, once, as a logged act. From then
/// on they are data like any other; a new release does not touch them.
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
    if (!store.kinds().isEmpty()) return;
    File file = read();
    file.kinds()
        .forEach((kind, lines) ->
            lines.forEach(line ->
                store.add(
                    Ids.next(),
                    null,
                    kind,
                    line.code(),
                    line.facts(),
                    file.from(),
                    LocalDate.MAX)));
    masters.forget();
    log(file);
  }

  private File read() throws IOException {
    try (InputStream in = new ClassPathResource("district/masters.json").getInputStream()) {
      return json.readValue(in, File.class);
    }
  }

  private void log(File file) {
    Act act = Act.of(TheProgram.ACTOR);
    UUID subject = Ids.next();
    Map<String, Object> count =
        Map.of("entries", file.kinds().values().stream().mapToInt(List::size).sum());
    changes.note(act, Changes.Kind.MASTER, subject, file.from(), Map.of(), count);
    ledger.append(act, new Entry("organisation.masters_planted", "master/" + subject, count));
  }
}
