package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given.Seat;
import karyalay.access.Roles;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.files.Files;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.mailbox.Mailboxes;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks the pages of an office with something on each of them, in both languages, and reads them
/// as somebody does who cannot see, has no script, or knows one of the languages alone.
@KaryalayTest
class PagesWalkTest {
  /// A key of our words that was printed instead of them.
  private static final Pattern KEY =
      Pattern.compile(
          ">\\s*(?:access|dak|database|desk|devices|golive|mailbox|orders|preparing|references|scanning|dispatch|documents|drafts|files|filing|health|ledger|notices|organisation|signatures|tls|web|refusal)\\.[A-Za-z][\\w.-]*\\s*<");

  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|select|textarea)\\b((?:[^>\"]|\"[^\"]*\")*)>");
  private static final Pattern LABELLED = Pattern.compile("(?s)<label\\b[^>]*>(.*?)</label>");
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*href=\"(/[^\"]*)\"");
  private static final Pattern IMAGE = Pattern.compile("<img\\b((?:[^>\"]|\"[^\"]*\")*)>");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Roles roles;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Mailboxes mailboxes;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Seat hm;
  List<String> pages = List.of();

  @BeforeEach
  void an_office_at_work() {
    district = given.district();
    var thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), hm.person(), Given.LONG_AGO));
    PaperId letter = arrivals.diarise(hm, Writing.letter().with(w -> w.missing = List.of("नक्शा")));
    PaperId petition = arrivals.electronic(hm);
    PaperId file = in.open(hm);
    files.enclose(hm.act(), arrivals.electronic(hm), file);
    notes.write(hm.act(), file, NewNote.plain("पहला।\n\nदूसरा, पृष्ठ 2 देखें।"));
    web.post(signedIn.as(hm), "/receipts/" + letter + "/acknowledgement");
    web.post(signedIn.as(hm), "/files/" + file + "/flags", "place", "1");
    UUID mail = mailboxes.mail(hm);
    pages =
        List.of(
            "/desk",
            "/desk?tab=GIVEN",
            "/desk/vacancies",
            "/approvals",
            "/approvals?mine=true",
            "/receipts",
            "/receipts?pile=ENTRIES",
            "/receipts/watch",
            "/receipts/new",
            "/receipts/new?shape=PETITION",
            "/receipts/new?shape=COVER",
            "/receipts/" + letter,
            "/receipts/" + letter + "/edit",
            "/receipts/" + letter + "/history",
            "/receipts/" + letter + "/acknowledgement",
            "/receipts/" + petition,
            "/papers/" + petition + "/trail",
            "/registers",
            "/files",
            "/files/new",
            "/files/new?receipt=" + petition,
            "/files/" + file,
            "/files/" + file + "/details",
            "/files/" + file + "/related",
            "/files/watch",
            "/files/oral-orders",
            "/files/legacy",
            "/files/numbers?number=1",
            "/precedents",
            "/account",
            "/account/hands",
            "/account/leavings",
            "/machines",
            "/resets",
            "/admin/offices",
            "/admin/offices/" + thana.id(),
            "/admin/posts",
            "/admin/posts/" + hm.post(),
            "/admin/people",
            "/admin/people/" + hm.person(),
            "/admin/people/" + hm.person() + "/access",
            "/admin/holidays",
            "/admin/masters",
            "/admin/masters?kind=SETTING",
            "/admin/masters/CATEGORY/land-dispute",
            "/admin/numbers",
            "/admin/places",
            "/health",
            "/upkaran",
            "/upkaran/certificate",
            "/admin/mailboxes",
            "/admin/go-live",
            "/admin/go-live?office=" + thana.id(),
            "/staff",
            "/staff?office=" + thana.id(),
            "/mail",
            "/mail?state=NOT_DAK",
            "/mail/" + mail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HI", "EN"})
  void each_page_is_there_in_its_language_with_one_heading_and_without_a_bare_key(String language) {
    List<String> wrong = new ArrayList<>();
    var browser = signedIn.as(hm);
    web.post(browser, "/language", "language", language, "to", "/desk");
    for (String page : pages) {
      var answer = web.get(browser, page);
      String text = text(answer.getResponse().getContentAsByteArray());
      if (answer.getResponse().getStatus() != 200)
        wrong.add(page + " " + answer.getResponse().getStatus());
      if (!text.contains("<html lang=\"" + language.toLowerCase(java.util.Locale.ROOT) + "\""))
        wrong.add(page + " speaks another language");
      if (count(text, "<h1") != 1) wrong.add(page + " has " + count(text, "<h1") + " headings");
      Matcher key = KEY.matcher(text);
      if (key.find()) wrong.add(page + " prints " + key.group());
      if (text.contains("null<") || text.contains(">null")) wrong.add(page + " prints null");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void no_id_stands_twice_on_a_page() {
    List<String> wrong = new ArrayList<>();
    for (String page : pages) {
      Set<String> seen = new HashSet<>();
      Matcher id = ID.matcher(read(page));
      while (id.find()) if (!seen.add(id.group(1))) wrong.add(page + " #" + id.group(1));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_form_that_changes_something_carries_its_token_its_chair_and_its_act() {
    List<String> wrong = new ArrayList<>();
    for (String page : pages) {
      Matcher form = FORM.matcher(read(page));
      while (form.find()) {
        if (!form.group(1).contains("method=\"post\"")) continue;
        String action = form.group(1).replaceFirst("(?s).*action=\"([^\"]*)\".*", "$1");
        // Whoever reads may choose his language and his keyboard; neither is an act of a post.
        if (action.startsWith("/language")) continue;
        if (!form.group(2).contains("name=\"_csrf\"")) wrong.add(page + " " + action + " token");
        boolean act =
            !action.matches("/(session|typing).*") && !action.matches(".*/(search|numbers)");
        for (String name : act ? List.of("as", "act") : List.<String>of())
          if (!form.group(2).contains("name=\"" + name + "\""))
            wrong.add(page + " " + action + " " + name);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_field_says_to_a_reader_who_cannot_see_what_it_is_for() {
    List<String> wrong = new ArrayList<>();
    for (String page : pages) {
      String text = read(page);
      Set<String> inLabels = new HashSet<>();
      Matcher label = LABELLED.matcher(text);
      while (label.find()) {
        Matcher field = FIELD.matcher(label.group(1));
        while (field.find()) inLabels.add(field.group());
      }
      Matcher field = FIELD.matcher(text);
      while (field.find()) {
        String attributes = field.group(1);
        if (attributes.contains("type=\"hidden\"") || inLabels.contains(field.group())) continue;
        if (attributes.contains("aria-label") || attributes.contains("hidden")) continue;
        String id = attributes.replaceFirst("(?s).*\\sid=\"([^\"]*)\".*", "$1");
        if (id.equals(attributes) || !text.contains("for=\"" + id + "\""))
          wrong.add(page + " " + field.group());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_picture_has_words_and_nothing_needs_script_or_style_within_the_page() {
    List<String> wrong = new ArrayList<>();
    for (String page : pages) {
      String text = read(page);
      Matcher image = IMAGE.matcher(text);
      while (image.find())
        if (!image.group(1).contains("alt=")) wrong.add(page + " " + image.group());
      if (Pattern.compile("(?s)<script(?![^>]*\\ssrc=)").matcher(text).find())
        wrong.add(page + " has a script within");
      if (text.contains("<style")) wrong.add(page + " has a style within");
      if (Pattern.compile("\\son[a-z]+=\"").matcher(text).find())
        wrong.add(page + " has a handler within");
      if (Pattern.compile("\\sstyle=\"").matcher(text).find())
        wrong.add(page + " has a style at an element");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_link_of_every_page_leads_somewhere_in_the_same_chair() {
    List<String> wrong = new ArrayList<>();
    Set<String> followed = new HashSet<>();
    for (String page : pages) {
      Matcher link = LINK.matcher(read(page));
      while (link.find()) {
        String to = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
        if (to.startsWith("/static/") || !followed.add(to)) continue;
        boolean chair = to.contains("as=") || to.startsWith("/signin") || to.equals("/account");
        if (!chair) wrong.add(page + " → " + to + " loses the chair");
        int status = web.get(signedIn.as(hm), to).getResponse().getStatus();
        if (status != 200 && status != 302 && status != 303)
          wrong.add(page + " → " + to + " " + status);
      }
    }
    assertThat(followed).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  private String read(String page) {
    return text(web.get(signedIn.as(hm), page).getResponse().getContentAsByteArray());
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
