package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Roles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Nothing that we send asks more of a browser than Chrome and Edge 109 and Firefox 115 know
/// (OP-134). Others keep the lists; we name the browsers.
@KaryalayTest
class OldBrowsersTest {
  private static final Pattern ASSET =
      Pattern.compile("(?:href|src|data-[a-z]+)=\"(/static/[^\"]+\\.(?:css|js))[^\"]*\"");

  private static List<Checkers.Objection> samples = List.of();

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Roles roles;
  @Autowired TransactionTemplate transaction;

  @BeforeAll
  static void examples() throws IOException, InterruptedException {
    var checkers = new Checkers();
    checkers.take(Path.of("src/test/browsers/samples"), "samples", ".css", ".js", ".html");
    samples = checkers.objections();
  }

  @Test
  @Holds("OP-134")
  void what_a_browser_is_sent_is_known_to_the_oldest_that_we_name() throws Exception {
    var checkers = new Checkers();
    checkers.take(Path.of("src/main/resources/static"), "static", ".css", ".js");
    checkers.take(Path.of("src/main/editor/src"), "editor", ".js");
    checkers.take(Path.of("src/main/jte"), "templates", ".jte");
    Set<String> assets = new LinkedHashSet<>();
    for (String page : pages(checkers)) {
      Matcher asset = ASSET.matcher(page);
      while (asset.find()) assets.add(asset.group(1));
    }
    for (String asset : assets) {
      byte[] sent = web.nobody(asset).getResponse().getContentAsByteArray();
      checkers.put("served" + asset, new String(sent, StandardCharsets.UTF_8));
    }
    assertThat(assets).hasSizeGreaterThan(8);
    assertThat(checkers.objections()).isEmpty();
  }

  /// Pages as they are sent, put where they are checked.
  private List<String> pages(Checkers checkers) throws IOException {
    var district = given.district();
    var hm = district.thana("छिबरामऊ").hm();
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), hm.person(), Given.LONG_AGO));
    var browser = signedIn.as(hm);
    List<String> read = new java.util.ArrayList<>();
    for (String path :
        List.of(
            "/signin",
            "/desk",
            "/receipts",
            "/receipts/new",
            "/files/new",
            "/letters",
            "/registers",
            "/dispatch",
            "/account",
            "/admin/offices",
            "/health",
            "/upkaran",
            "/verify")) {
      var answer = web.get(browser, path);
      assertThat(answer).as(path).hasStatusOk();
      String text =
          new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
      checkers.put("pages" + path + ".html", text);
      read.add(text);
    }
    return read;
  }

  @ParameterizedTest
  @CsvSource({
    "nesting.css, plugin/no-unsupported-browser-features",
    "has.css, css/use-baseline",
    "has.css, plugin/no-unsupported-browser-features",
    "subgrid.css, css/use-baseline",
    "popover.css, css/use-baseline",
    "mixing.css, css/use-baseline",
    "starting.css, css/use-baseline",
    "sorted.js, es-x/no-array-prototype-tosorted",
    "resolvers.js, es-x/no-promise-withresolvers",
    "async.js, es-x/no-array-fromasync",
    "groups.js, es-x/no-object-groupby",
    "union.js, es-x/no-set-prototype-union",
    "eyedropper.js, compat/compat",
    "regexp.js, null",
    "popover.html, html/use-baseline",
    "search.html, html/use-baseline",
    "exclusive.html, html/use-baseline"
  })
  void what_they_do_not_know_is_refused(String sample, String rule) {
    assertThat(samples)
        .as("objections to %s", sample)
        .anyMatch(it -> it.file().equals("samples/" + sample) && it.rule().equals(rule));
  }

  @Test
  void what_they_know_is_not_refused() {
    assertThat(samples).extracting(Checkers.Objection::file).doesNotContain("samples/well.css");
    assertThat(samples).extracting(Checkers.Objection::file).doesNotContain("samples/well.js");
    assertThat(samples).extracting(Checkers.Objection::file).doesNotContain("samples/well.html");
  }

  @Test
  void the_lock_file_names_no_address_and_a_hash_for_every_package() throws IOException {
    String lock = Files.readString(Path.of("src/test/browsers/package-lock.json"));
    assertThat(lock).doesNotContain("resolved");
    assertThat(lock.split("\"integrity\"", -1)).hasSameSizeAs(lock.split("\"node_modules/", -1));
  }
}
