package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import karyalay.Api.Answer;
import karyalay.Given.Seat;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.desk.Classification;
import karyalay.files.InFiles;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route of the API with what a careless or hostile system may send: none ends in a
/// fault, none tells a stranger anything, none does twice what came twice.
@KaryalayTest
class ApiWalkTest {
  /// A sound body for each route that does something to a paper: only reach may refuse it.
  private static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("/dispatch/papers/{paper}/reply", "{\"text\": \"आख्या संलग्न है\"}"),
          Map.entry("/files/{paper}/attachments", "{\"other\": \"OTHER\"}"),
          Map.entry("/files/{paper}/closure", "{\"reason\": \"निस्तारित\"}"),
          Map.entry("/files/{paper}/consideration", "{\"serial\": 1}"),
          Map.entry(
              "/files/{paper}/consultations",
              "{\"to\": \"POST\", \"question\": \"मत दें\", \"target\": \"2099-01-01\"}"),
          Map.entry("/files/{paper}/consultations/{id}/answer", "{\"remark\": \"मत मिला\"}"),
          Map.entry(
              "/files/{paper}/consultations/{id}/extension",
              "{\"target\": \"2099-01-02\", \"remark\": \"समय दिया\"}"),
          Map.entry("/files/{paper}/consultations/{id}/proceeding", "{\"remark\": \"बिना मत\"}"),
          Map.entry("/files/{paper}/cover", "{\"subject\": \"नया विषय\"}"),
          Map.entry("/files/{paper}/draft", "{\"text\": \"मसौदा\"}"),
          Map.entry("/files/{paper}/enclosures", "{\"receipt\": \"RECEIPT\"}"),
          Map.entry("/files/{paper}/flag-removals", "{\"label\": \"A\", \"target\": \"PAGE\"}"),
          Map.entry("/files/{paper}/flags", "{\"target\": \"PAGE\", \"place\": 1}"),
          Map.entry("/files/{paper}/links", "{\"other\": \"OTHER\"}"),
          Map.entry("/files/{paper}/merging", "{\"into\": \"OTHER\", \"reason\": \"एक विषय\"}"),
          Map.entry("/files/{paper}/mergings/{merging}/completion", "{}"),
          Map.entry("/files/{paper}/mergings/{merging}/decision", "{\"approved\": true}"),
          Map.entry("/files/{paper}/notes", "{\"text\": \"प्रस्तुत\"}"),
          Map.entry("/files/{paper}/oral-orders/{note}/confirmation", "{}"),
          Map.entry(
              "/files/{paper}/parking", "{\"until\": \"2099-01-01\", \"reason\": \"प्रतीक्षा\"}"),
          Map.entry("/files/{paper}/parts", "{\"reason\": \"मुख्य पत्रावली बाहर\"}"),
          Map.entry("/files/{paper}/reopening", "{\"reason\": \"पुनः\"}"),
          Map.entry("/files/{paper}/reopening-approval", "{\"reason\": \"सहमत\"}"),
          Map.entry("/files/{paper}/resumption", "{}"),
          Map.entry(
              "/files/{paper}/slips", "{\"serial\": 1, \"reason\": \"भूल\", \"place\": \"लाइन\"}"),
          Map.entry("/files/{paper}/ties/{tie}/detachment", "{\"reason\": \"अलग\"}"),
          Map.entry("/files/{paper}/volumes", "{}"),
          Map.entry("/papers/{paper}/case-numbers", "{\"written\": \"NCR 1/26\"}"),
          Map.entry("/papers/{paper}/delays", "{\"reason\": \"fsl\"}"),
          Map.entry("/papers/{paper}/reminders", "{}"),
          Map.entry("/papers/{paper}/letters", "{\"form\": \"letter\", \"subject\": \"सूचना\"}"),
          Map.entry("/papers/{paper}/movements", "{\"to\": \"POST\"}"),
          Map.entry("/papers/{paper}/claim", "{}"),
          Map.entry("/papers/{paper}/claim/end", "{}"),
          Map.entry("/papers/{paper}/preparing", "{\"text\": \"आदेशार्थ\", \"to\": [\"POST\"]}"),
          Map.entry("/papers/{paper}/takeover", "{\"reason\": \"पाली बदली\"}"),
          Map.entry("/papers/{paper}/recall", "{}"),
          Map.entry("/papers/{paper}/reception", "{}"),
          Map.entry("/papers/{paper}/sightings", "{}"),
          Map.entry(
              "/receipts/{paper}/kept-apart", "{\"name\": \"एक्स-रे\", \"keeping\": \"SEALED\"}"),
          Map.entry("/receipts/{paper}/original", "{\"keeping\": \"RETURNED\"}"),
          Map.entry("/receipts/{paper}/closure", "{\"reason\": \"दाखिल दफ्तर\"}"),
          Map.entry("/receipts/{paper}/filing", "{\"file\": \"OTHER\"}"),
          Map.entry("/receipts/{paper}/offence", "{\"reason\": \"मु0अ0सं0 1/26\"}"),
          Map.entry("/receipts/{paper}/reopening", "{\"reason\": \"पूरक पत्र\"}"),
          Map.entry("/receipts/{paper}/return", "{\"reason\": \"हल्का दूसरा\"}"));

  @Autowired Given given;
  @Autowired Api api;
  @Autowired InFiles in;
  @Autowired Arrivals arrivals;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  Seat hm;
  Seat stranger;
  Given.Thana thana;
  PaperId file;
  PaperId receipt;
  // Another file that whoever asks may name.
  PaperId other;

  @BeforeEach
  void papers_on_a_desk() {
    var district = given.district();
    thana = district.thana("ठठिया");
    hm = thana.hm();
    stranger = district.thana("सकरावा").hm();
    file = in.open(hm);
    in.letter(hm, file, 2);
    receipt = arrivals.diarise(hm, Writing.petition());
    other = in.open(hm);
  }

  @Test
  void without_a_token_no_route_answers() {
    List<String> open = new ArrayList<>();
    api()
        .forEach((route, handler) -> {
          if (open(handler)) return;
          Answer answer =
              route.post()
                  ? api.stranger().post(own(route.path()), "{}")
                  : api.stranger().get(own(route.path()));
          if (answer.status() != 401 || !answer.code().equals("access.TOKEN_NEEDED"))
            open.add(route + " " + answer);
        });
    assertThat(open).isEmpty();
  }

  @Test
  void a_token_that_only_reads_writes_nothing() {
    List<String> wrote = new ArrayList<>();
    var client = api.readerAs(hm);
    int before = acts();
    api()
        .forEach((route, handler) -> {
          if (!route.post() || open(handler)) return;
          Answer answer = client.post(own(route.path()), sound(route.path()));
          if (answer.status() != 403 || !answer.code().equals("access.TOKEN_SCOPE"))
            wrote.add(route + " " + answer);
        });
    assertThat(wrote).isEmpty();
    assertThat(acts()).isEqualTo(before);
  }

  @Test
  @Holds("OP-52")
  void what_is_out_of_reach_is_not_there_whatever_is_asked_of_it() {
    List<String> told = new ArrayList<>();
    var client = api.as(stranger);
    other = in.open(stranger);
    int before = actsOf(stranger);
    api()
        .forEach((route, _) -> {
          if (!route.path().contains("{paper}")) return;
          String path = own(route.path());
          Answer answer = route.post() ? client.post(path, sound(route.path())) : client.get(path);
          if (answer.status() != 404 || !answer.code().equals("shared.NOT_FOUND"))
            told.add(route + " " + answer);
        });
    assertThat(told).isEmpty();
    assertThat(actsOf(stranger)).isEqualTo(before);
  }

  @Test
  @Holds("OP-86")
  void a_classified_file_is_absent_for_its_own_office_too() {
    PaperId secret = in.open(hm, Classification.CONFIDENTIAL);
    file = secret;
    var thana = given.district().thana("उमर्दा");
    List<String> told = new ArrayList<>();
    for (Seat other : List.of(thana.sho(), thana.si()))
      api()
          .forEach((route, _) -> {
            if (!route.path().startsWith("/files/{paper}") || !route.post()) return;
            Answer answer = api.as(other).post(own(route.path()), sound(route.path()));
            if (answer.status() != 404) told.add(route + " " + answer);
          });
    assertThat(told).isEmpty();
  }

  @Test
  void every_write_to_a_paper_has_a_sound_body_in_this_walk() {
    var written =
        api().keySet().stream()
            .filter(route -> route.post() && route.path().contains("{paper}"))
            .map(Route::path)
            .toList();
    assertThat(SOUND.keySet()).containsAll(written);
  }

  @Test
  void a_body_that_is_no_answer_to_the_question_is_refused_with_a_sentence() {
    List<String> wrong = new ArrayList<>();
    var client = api.as(hm);
    api()
        .forEach((route, handler) -> {
          if (!route.post()) return;
          for (String body : nonsense(handler)) {
            Answer answer = client.post(own(route.path()), body);
            if (!calm(answer)) wrong.add(route + " of " + body + ": " + answer);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_write_without_its_key_is_refused_and_so_is_a_key_that_is_none() {
    List<String> wrong = new ArrayList<>();
    var client = api.as(hm);
    int before = acts();
    api()
        .forEach((route, handler) -> {
          if (!takesAct(handler) || administration(handler)) return;
          for (String key : Arrays.asList(null, "", "not-a-key", "123")) {
            Answer answer = client.post(key, own(route.path()), sound(route.path()));
            if (answer.status() != 422
                || !answer.code().matches("shared\\.(MISSING|NOT_UNDERSTOOD)"))
              wrong.add(route + " under " + key + ": " + answer);
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(acts()).isEqualTo(before);
  }

  @Test
  void an_address_with_a_malformed_id_is_a_page_that_is_not_there() {
    List<String> wrong = new ArrayList<>();
    var client = api.as(hm);
    api()
        .forEach((route, _) -> {
          if (!route.path().contains("{paper}")) return;
          String path =
              own(route.path()).replace(file.toString(), "x").replace(receipt.toString(), "x");
          Answer answer = route.post() ? client.post(path, sound(route.path())) : client.get(path);
          if (answer.status() != 404 || answer.code().isEmpty()) wrong.add(route + " " + answer);
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_query_that_means_nothing_is_refused_or_passed_over() {
    List<String> wrong = new ArrayList<>();
    var client = api.as(hm);
    api()
        .forEach((route, handler) -> {
          if (route.post()) return;
          for (String name : queries(handler))
            for (String value :
                List.of("", "%00", "x", "-1", "९", "infinity~x", "~", "2026-99-99~1")) {
              Answer answer = client.get(own(route.path()) + "?" + name + "=" + value);
              if (!calm(answer)) wrong.add(route + "?" + name + "=" + value + ": " + answer);
            }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_was_done_under_a_key_is_not_done_under_it_again_by_somebody_else() {
    String key = Ids.next().toString();
    assertThat(api.as(hm).post(key, "/files/" + file + "/notes", "{\"text\": \"एक\"}").status())
        .isEqualTo(200);
    PaperId theirs = in.open(stranger);
    Answer answer = api.as(stranger).post(key, "/files/" + theirs + "/notes", "{\"text\": \"दो\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("shared.ACT_ID_USED");
    assertThat(answer.body()).doesNotContain(file.toString());
  }

  /// Done, or refused in our own words.
  private static boolean calm(Answer answer) {
    if (answer.status() < 300) return true;
    return answer.status() < 500
        && !answer.code().isEmpty()
        && !answer.<String>at("$.detail").isBlank();
  }

  private record Route(boolean post, String path) {
    @Override
    public String toString() {
      return (post ? "POST " : "GET ") + path;
    }
  }

  private Map<Route, HandlerMethod> api() {
    Map<Route, HandlerMethod> found =
        new TreeMap<>(java.util.Comparator.comparing(Route::toString));
    routes
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          boolean post = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
          for (String path : mapping.getPatternValues())
            if (path.startsWith("/api/v1/") && !path.startsWith("/api/v1/uploads"))
              found.put(new Route(post, path.substring("/api/v1".length())), handler);
        });
    return found;
  }

  private String own(String path) {
    return path.replace(
            "{paper}",
            path.startsWith("/receipts") || path.startsWith("/papers")
                ? receipt.toString()
                : file.toString())
        .replaceAll("\\{(serial|number)}", "1")
        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  private String sound(String route) {
    return SOUND
        .getOrDefault(route, "{}")
        .replace("OTHER", other.toString())
        .replace("RECEIPT", receipt.toString())
        .replace("POST", hm.mark());
  }

  private static boolean open(HandlerMethod handler) {
    MayCall may = handler.getMethodAnnotation(MayCall.class);
    return may != null && may.value() == MayCall.Who.ANYONE;
  }

  private static boolean administration(HandlerMethod handler) {
    MayCall may = handler.getMethodAnnotation(MayCall.class);
    return may != null && may.value() == MayCall.Who.ADMIN;
  }

  private static boolean takesAct(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(one -> one.getParameterType() == Act.class);
  }

  private static List<String> queries(HandlerMethod handler) {
    List<String> names = new ArrayList<>();
    for (MethodParameter one : handler.getMethodParameters()) {
      one.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
      if (one.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestParam.class))
        names.add(String.valueOf(one.getParameterName()));
    }
    return names;
  }

  /// Bodies that are no JSON, no object, empty, and with each field in turn of another kind.
  private static List<String> nonsense(HandlerMethod handler) {
    List<String> bodies = new ArrayList<>(List.of("", "{", "null", "[]", "\"x\"", "7", "{}"));
    for (MethodParameter one : handler.getMethodParameters())
      if (one.hasParameterAnnotation(RequestBody.class) && one.getParameterType().isRecord())
        for (RecordComponent field : one.getParameterType().getRecordComponents())
          for (String value :
              List.of("null", "[null]", "{}", "\"\"", "\"ॐ\"", "-1", "1e400", "true"))
            bodies.add("{\"" + field.getName() + "\": " + value + "}");
    return bodies;
  }

  private int acts() {
    return actsOf(hm);
  }

  private int actsOf(Seat seat) {
    return db.sql("SELECT count(*) FROM ledger.entry WHERE person = ?")
        .param(seat.person().value())
        .query(Integer.class)
        .single();
  }
}
