package karyalay.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.shared.HealthCheck;
import karyalay.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// The health page, its twin for systems, and the word for monitors.
@KaryalayTest
class HealthPagesTest {
  /// A finding as a check writes it.
  private static final Pattern FINDING =
      Pattern.compile("\\b(?:ok|warning|broken)\\(\\s*\"([a-z.-]+)\"");

  private static final Pattern NAME =
      Pattern.compile("public String name\\(\\) \\{\\s*return \"([a-z.-]+)\";");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;
  @Autowired Roles roles;
  @Autowired Words words;
  @Autowired TransactionTemplate transaction;
  @Autowired List<HealthCheck> checks;

  Given.District district;
  Seat admin;

  @BeforeEach
  void an_administrator() {
    district = given.district();
    admin = district.reader;
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), admin.person(), Given.LONG_AGO));
  }

  @Test
  @Holds("OP-126")
  void an_administrator_reads_in_words_how_everything_stands() {
    String hindi = page("HI");
    assertThat(hindi)
        .contains(
            "डेटाबेस",
            "डिस्क में जगह",
            "कागज खोलने वाला प्रोग्राम",
            "ई-मेल",
            "घड़ी",
            "हस्ताक्षर प्राधिकारी")
        .contains("अन्य कार्यालय सर्वरों से विनिमय", "इस मशीन तक की लाइन");
    assertThat(hindi).contains("PostgreSQL 1");
    // The shell's words for scripts keep their places open.
    assertThat(hindi.substring(hindi.indexOf("<main"))).doesNotContain("{0}");
    String english = page("EN");
    assertThat(english)
        .contains(
            "Database",
            "No mail server is set",
            "The child process that opens scans and PDFs answers")
        .contains("this machine alone");
  }

  private String page(String language) {
    web.post(signedIn.as(admin), "/language", "language", language, "to", "/desk");
    MvcTestResult answer = web.get(signedIn.as(admin), "/health");
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  @Test
  void it_is_shown_to_administrators_alone() {
    assertThat(web.get(signedIn.as(district.sp), "/health").getResponse().getStatus())
        .isNotEqualTo(200);
    assertThat(web.nobody("/health").getResponse().getStatus()).isNotEqualTo(200);
    assertThat(api.as(district.sp).get("/health").status()).isNotEqualTo(200);
    assertThat(api.stranger().get("/health").status()).isEqualTo(401);
  }

  @Test
  void other_systems_get_each_line_with_its_state_in_both_languages() {
    Api.Answer answer = api.as(admin).get("/health");
    assertThat(answer.status()).isEqualTo(200);
    List<String> names = answer.at("$[*].name");
    assertThat(names).hasSize(checks.size()).contains("database.health", "tls.health");
    List<String> states = answer.at("$[?(@.name == 'database.health')].state");
    assertThat(states).containsExactly("OK");
    List<String> mail = answer.at("$[?(@.name == 'notices.mail')].english");
    assertThat(mail.getFirst()).contains("KARYALAY_MAIL_HOST");
  }

  @Test
  void a_monitor_is_told_one_word_and_a_stranger_learns_nothing() {
    MvcTestResult answer = web.nobody("/healthz");
    assertThat(answer).hasStatusOk();
    assertThat(text(answer)).isEqualTo("ok\n");
  }

  /// What no test district brings about has words, too.
  @Test
  void every_finding_that_a_check_can_make_has_words() throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (!text.contains("HealthCheck")) continue;
        for (Pattern pattern : List.of(FINDING, NAME))
          for (Matcher key = pattern.matcher(text); key.find(); seen++)
            if (!words.has(key.group(1))) missing.add(file + " " + key.group(1));
      }
    }
    assertThat(missing).isEmpty();
    assertThat(seen).isGreaterThan(35);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
