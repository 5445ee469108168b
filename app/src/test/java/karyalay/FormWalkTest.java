package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.access.Roles;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.files.InFiles;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.web.MayCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Sends every form of the office what a tired hand may send: nothing, nonsense in each field, what
/// no keyboard writes. Each ends in a sentence beside what was typed, none in a fault.
@KaryalayTest
class FormWalkTest {
  private static final String TYPED = "ॐ <b>जो लिखा गया</b>";

  /// These end the very session that asks, or need no form.
  private static final Set<String> APART =
      Set.of("/session", "/session/end", "/session/endings", "/language");

  /// Ids, numbers and words that a form carries hidden or lets choose: what is wrong in them cannot
  /// be mended by reading it again.
  private static final Set<Class<?>> CHOSEN =
      Set.of(PaperId.class, PostId.class, PersonId.class, OfficeId.class, UUID.class);

  @Autowired Given given;
  @Autowired Web web;
  @Autowired SignedIn signedIn;
  @Autowired Roles roles;
  @Autowired InFiles in;
  @Autowired Arrivals arrivals;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  Given.District district;
  Seat hm;
  Seat stranger;
  PaperId file;
  PaperId receipt;
  PaperId theirs;

  @BeforeEach
  void an_administrator_with_papers() {
    district = given.district();
    hm = district.thana("इन्दरगढ़").hm();
    stranger = given.district().thana("हसेरन").hm();
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), hm.person(), Given.LONG_AGO));
    file = in.open(hm);
    in.letter(hm, file, 2);
    receipt = arrivals.diarise(hm, Writing.petition());
    theirs = in.open(stranger);
  }

  @Test
  void a_form_sent_empty_ends_in_a_sentence() {
    List<String> wrong = new ArrayList<>();
    forms()
        .forEach((path, _) -> {
          MvcTestResult answer = web.post(signedIn.as(hm), own(path));
          if (!calm(answer)) wrong.add(path + " " + told(answer));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void nonsense_in_one_field_is_refused_beside_it_or_taken_as_words() {
    List<String> wrong = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    forms()
        .forEach((path, handler) ->
            fields(handler)
                .forEach((name, type) -> {
                  MvcTestResult answer = web.post(signedIn.as(hm), own(path), name, TYPED);
                  if (!calm(answer)) wrong.add(path + " " + name + " " + told(answer));
                  boolean refused = answer.getResponse().getStatus() >= 400;
                  boolean kept = text(answer).contains("&lt;b>जो लिखा गया&lt;/b>");
                  boolean secret = name.contains("assword") || name.equals("pin");
                  if (refused && !kept && !CHOSEN.contains(type) && !secret)
                    lost.add(path + " " + name);
                }));
    assertThat(wrong).as("ended in a fault").isEmpty();
    assertThat(lost).as("forgot what was typed").isEmpty();
  }

  @Test
  void no_form_says_what_the_program_tripped_over() {
    List<String> wrong = new ArrayList<>();
    forms()
        .forEach((path, handler) ->
            fields(handler)
                .keySet()
                .forEach(name -> {
                  for (String value :
                      List.of("\u0000", "x\u0000y", "-1", "99999999999999999999", "%", "'")) {
                    MvcTestResult answer = web.post(signedIn.as(hm), own(path), name, value);
                    String body = text(answer);
                    if (!calm(answer) || body.contains("Exception") || body.contains("SQL "))
                      wrong.add(
                          path
                              + " "
                              + name
                              + "="
                              + value.replace("\u0000", "NUL")
                              + " "
                              + told(answer));
                  }
                }));
    assertThat(wrong).isEmpty();
  }

  @Test
  @Holds("OP-52")
  void a_paper_of_another_district_is_not_there_for_any_form() {
    List<String> told = new ArrayList<>();
    int before = acts(stranger);
    forms()
        .forEach((path, handler) -> {
          if (!path.contains("{paper}")) return;
          MvcTestResult answer = web.post(signedIn.as(stranger), own(path), sound(handler));
          String body = text(answer);
          if (answer.getResponse().getStatus() != 404 || body.contains("परीक्षण/"))
            told.add(path + " " + told(answer));
        });
    assertThat(told).isEmpty();
    assertThat(acts(stranger)).isEqualTo(before);
  }

  @Test
  void without_the_token_of_its_form_nothing_is_done() {
    List<String> done = new ArrayList<>();
    int before = acts(hm);
    forms()
        .forEach((path, handler) -> {
          var browser = signedIn.as(hm);
          var forged = new SignedIn.Browser(browser.token(), "another", browser.mark());
          MvcTestResult answer = web.post(forged, own(path), sound(handler));
          if (answer.getResponse().getStatus() != 403) done.add(path + " " + told(answer));
        });
    assertThat(done).isEmpty();
    assertThat(acts(hm)).isEqualTo(before);
  }

  @Test
  @Holds("OP-15")
  void no_form_of_the_administration_serves_whoever_has_no_such_role() {
    List<String> done = new ArrayList<>();
    int before = acts(stranger);
    forms()
        .forEach((path, handler) -> {
          if (!path.startsWith("/admin/")) return;
          MvcTestResult answer = web.post(signedIn.as(stranger), own(path), sound(handler));
          if (answer.getResponse().getStatus() != 403) done.add(path + " " + told(answer));
        });
    assertThat(done).isEmpty();
    assertThat(acts(stranger)).isEqualTo(before);
  }

  @Test
  void pages_asked_for_with_nonsense_are_refused_or_shown_all_the_same() {
    List<String> wrong = new ArrayList<>();
    pages()
        .forEach((path, handler) ->
            fields(handler)
                .keySet()
                .forEach(name -> {
                  for (String value :
                      List.of("", "%00", "x", "-1", "99999999999", "%25", "2026-13-45", "~")) {
                    var answer = web.get(signedIn.as(hm), own(path) + "?" + name + "=" + value);
                    if (!calm(answer))
                      wrong.add(path + " " + name + "=" + value + " " + told(answer));
                  }
                }));
    assertThat(wrong).isEmpty();
  }

  private static boolean calm(MvcTestResult answer) {
    int status = answer.getResponse().getStatus();
    if (status < 400) return true;
    return status < 500 && text(answer).contains("role=\"alert\"");
  }

  private static String told(MvcTestResult answer) {
    String body = text(answer).replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1");
    return answer.getResponse().getStatus() + " " + body.substring(0, Math.min(160, body.length()));
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private Map<String, HandlerMethod> forms() {
    return routes(RequestMethod.POST);
  }

  private Map<String, HandlerMethod> pages() {
    return routes(RequestMethod.GET);
  }

  private Map<String, HandlerMethod> routes(RequestMethod method) {
    Map<String, HandlerMethod> found = new TreeMap<>();
    routes
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          MayCall may = handler.getMethodAnnotation(MayCall.class);
          boolean asked = mapping.getMethodsCondition().getMethods().contains(method);
          if (may == null || may.value() == MayCall.Who.ANYONE || !asked) return;
          boolean bytes = !mapping.getConsumesCondition().isEmpty();
          for (String path : mapping.getPatternValues())
            if (!path.startsWith("/api/") && !APART.contains(path) && !bytes)
              found.put(path, handler);
        });
    return found;
  }

  private String own(String path) {
    boolean dak = path.startsWith("/receipts") || path.startsWith("/papers");
    return path.replace("{paper}", (dak ? receipt : file).toString())
        .replace("{post}", hm.post().toString())
        .replace("{person}", hm.person().toString())
        .replace("{office}", district.circle.id().toString())
        .replace("{kind}", "CATEGORY")
        .replace("{code}", "arms")
        .replaceAll("\\{(serial|number)}", "1")
        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  /// Names and types of the fields that a form of this route sends.
  private static Map<String, Class<?>> fields(HandlerMethod handler) {
    Map<String, Class<?>> fields = new TreeMap<>();
    for (MethodParameter one : handler.getMethodParameters()) {
      one.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      Class<?> type = one.getParameterType();
      boolean file = one.nested().getNestedParameterType().getSimpleName().equals("MultipartFile");
      if (type.isRecord() && type.getSimpleName().endsWith("Form"))
        for (RecordComponent field : type.getRecordComponents())
          fields.put(field.getName(), field.getType());
      else if (one.hasParameterAnnotation(RequestParam.class)
          && !Map.class.isAssignableFrom(type)
          && !file) fields.put(String.valueOf(one.getParameterName()), type);
    }
    return fields;
  }

  /// Something sound in every field, so that only the right to do it can refuse.
  private String[] sound(HandlerMethod handler) {
    List<String> sound = new ArrayList<>();
    fields(handler)
        .forEach((name, type) -> {
          sound.add(name);
          boolean post = name.equals("other") && handler.getMethod().getName().equals("note");
          sound.add(named(post ? "to" : name).orElse(sound(type)));
        });
    return sound.toArray(String[]::new);
  }

  /// What names a post or a file must name one that whoever asks may name.
  private Optional<String> named(String field) {
    return switch (field) {
      case "to", "orderedBy" -> Optional.of(stranger.mark());
      case "other", "file", "into" -> Optional.of(theirs.toString());
      default -> Optional.empty();
    };
  }

  private static String sound(Class<?> type) {
    if (type == java.time.LocalDate.class) return "2099-01-01";
    if (type == boolean.class || type == Boolean.class) return "true";
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "1";
    if (type.isEnum()) return ((Enum<?>) type.getEnumConstants()[0]).name();
    if (CHOSEN.contains(type) || java.util.List.class == type) return UUID.randomUUID().toString();
    return "ठीक";
  }

  private int acts(Seat seat) {
    return db.sql("SELECT count(*) FROM ledger.entry WHERE person = ? AND act NOT LIKE 'access.%'")
        .param(seat.person().value())
        .query(Integer.class)
        .single();
  }
}
