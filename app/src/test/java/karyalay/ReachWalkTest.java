package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import karyalay.Given.Seat;
import karyalay.SignedIn.Browser;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every page as every role, and finds no paper outside its reach.
@KaryalayTest
class ReachWalkTest {
  private static final String SECRET = "खेत की मेड़ का विवाद";

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired OnDesks desks;
  @Autowired Movements movements;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @Test
  @Holds({"OP-52", "OP-15"})
  void no_page_shows_a_paper_to_a_role_outside_its_reach() {
    var district = given.district();
    var here = district.thana("सकरावा");
    var elsewhere = district.thana("ठठिया");
    PaperId receipt = desks.paper(here.hm());
    movements.forward(
        here.hm().act(), receipt, new Move.Forward(here.sho().post(), Task.ACTION, ""));

    var outside =
        List.of(
            elsewhere.sho(),
            elsewhere.hm(),
            elsewhere.si(),
            here.ssi(),
            here.si(),
            district.reader,
            given.district().sp);
    List<String> leaks = new ArrayList<>();
    for (Seat role : outside) walk(role, receipt, leaks);
    assertThat(leaks).isEmpty();

    for (Seat role : List.of(here.sho(), district.co, district.asp, district.sp)) {
      List<String> seen = new ArrayList<>();
      walk(role, receipt, seen);
      assertThat(seen).as("%s is in reach and must find it", role.mark()).isNotEmpty();
    }
  }

  @Test
  void nobody_gets_a_page_that_is_not_open_to_all() {
    List<String> open = new ArrayList<>();
    PaperId none = PaperId.next();
    for (String path : pages(none)) {
      var answer = web.nobody(path);
      int status = answer.getResponse().getStatus();
      if (status == 200 && !path.equals("/signin")) open.add(path);
    }
    assertThat(open).isEmpty();
  }

  private void walk(Seat role, PaperId paper, List<String> found) {
    Browser browser = signedIn.as(role);
    for (String path : pages(paper)) {
      String text = body(browser, path);
      if (text.contains(SECRET) || path.contains(paper.toString()) && text.contains("12/2026"))
        found.add(role.mark() + " " + path);
    }
  }

  private String body(Browser browser, String path) {
    try {
      var response = web.get(browser, path).getResponse();
      // The words of a print do not stand in its bytes as they are.
      if ("application/pdf".equals(response.getContentType()))
        return Pdfs.text(response.getContentAsByteArray());
      return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Every GET route of a person, with the paper's id wherever an id is asked for.
  private List<String> pages(PaperId paper) {
    var pages = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          MayCall may = handler.getMethodAnnotation(MayCall.class);
          if (may == null || may.value() == MayCall.Who.ANYONE) return;
          boolean get =
              mapping.getMethodsCondition().getMethods().stream()
                  .anyMatch(method -> method.name().equals("GET"));
          for (String path : mapping.getPatternValues())
            if (get && !path.startsWith("/api/"))
              pages.add(
                  path.replaceAll("\\{(paper|file|receipt|entry|content)}", paper.toString())
                      .replaceAll("\\{[^}]*}", "1"));
        });
    return List.copyOf(pages);
  }
}
