package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.TEMPLATE_UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Templates of letters: those that come with the program, and what an office has made of them. An
/// office's own goes before its file; all its versions are kept.
@Service
@Transactional
public class Templates {
  /// A template as an office has it.
  ///
  /// @param version 0 while it is as it came
  public record Offered(Template template, int version) {}

  /// An earlier or present version.
  public record Version(int version, Template template, String byHi, String byEn, Instant at) {}

  private final ShippedTemplates shipped;
  private final TemplateStore store;
  private final Desks desks;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Templates(
      ShippedTemplates shipped,
      TemplateStore store,
      Desks desks,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.shipped = shipped;
    this.store = store;
    this.desks = desks;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// All templates of an office, those for this category first; one statement.
  @Transactional(readOnly = true)
  public List<Offered> of(OfficeId office, String category) {
    var found = new TreeMap<String, Offered>();
    shipped.all().forEach(one -> found.put(one.code(), new Offered(one, 0)));
    for (var row : store.newest(office))
      if (row.hidden()) found.remove(row.code());
      else found.put(row.code(), new Offered(TemplateReader.read(row.body()), row.version()));
    var all = new ArrayList<>(found.values());
    all.sort(
        java.util.Comparator.comparing((Offered one) ->
                !one.template().categories().contains(category) || category.isEmpty())
            .thenComparing(one -> one.template().form())
            .thenComparing(one -> one.template().hindi()));
    return List.copyOf(all);
  }

  /// One of them.
  ///
  /// @throws Refused `TEMPLATE_UNKNOWN`
  @Transactional(readOnly = true)
  public Offered one(String code, OfficeId office) {
    return find(code, office).orElseThrow(() -> new Refused(TEMPLATE_UNKNOWN, code));
  }

  Optional<Offered> find(String code, OfficeId office) {
    return of(office, "").stream().filter(one -> one.template().code().equals(code)).findFirst();
  }

  /// What an office has made of a template, newest first.
  @Transactional(readOnly = true)
  public List<Version> versions(String code, OfficeId office) {
    return store.versions(office, code).stream()
        .filter(row -> !row.hidden())
        .map(row ->
            new Version(
                row.version(), TemplateReader.read(row.body()), row.byHi(), row.byEn(), row.at()))
        .toList();
  }

  /// Makes a template the office's own, or a new one.
  ///
  /// @throws Refused `TEMPLATE_MALFORMED`, `TEMPLATE_FIELD_UNKNOWN`
  public UUID put(Act act, Template template) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          String body = TemplateReader.write(template);
          TemplateReader.read(body);
          add(act, template.code(), body, false, "drafts.template_changed");
        });
  }

  /// Takes a template out of the office's list; letters begun from it stay.
  ///
  /// @throws Refused `TEMPLATE_UNKNOWN`
  public UUID hide(Act act, String code) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          Template shown = one(code, desks.officeOf(act.post())).template();
          add(act, code, TemplateReader.write(shown), true, "drafts.template_hidden");
        });
  }

  private void add(Act act, String code, String body, boolean hidden, String what) {
    OfficeId office = desks.officeOf(act.post());
    int version = store.add(office, code, body, hidden, act, time.now());
    ledger.append(
        act, new Entry(what, "office/" + office, Map.of("template", code, "version", version)));
  }
}
