package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.ADDRESSEE_UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.organisation.Folding;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From what an officer types to who is written to, and from there to how he is written to.
@Service
@Transactional(readOnly = true)
public class Addressing {
  /// Masters of groups: `kind` of office, whose heads they are; `level` below which they are not.
  public static final String GROUP = "ADDRESSEE_GROUP";

  private static final int OFFERED = 12;
  private static final Pattern TOKEN =
      Pattern.compile("(post|office|contact):([0-9a-f-]{36})|group:([a-z0-9-]{1,60})");

  private final Posts posts;
  private final Offices offices;
  private final Masters masters;
  private final ContactStore contacts;

  Addressing(Posts posts, Offices offices, Masters masters, ContactStore contacts) {
    this.posts = posts;
    this.offices = offices;
    this.masters = masters;
    this.contacts = contacts;
  }

  /// One that may be chosen.
  ///
  /// @param value what a form sends for it
  /// @param kind `post`, `office`, `group` or `contact`
  public record Offer(String value, String kind, String hindi, String english, String beneath) {}

  /// Who fits what was typed: groups, the office's address book, posts, outside offices.
  public List<Offer> offers(String typed, Caller caller) {
    var offers = new ArrayList<Offer>();
    List<String> words = Folding.words(typed);
    var seat = caller.seat();
    for (Master group : masters.of(GROUP, seat.district()))
      if (fits(words, group.nameHi(), group.nameEn()))
        offers.add(new Offer(group.nameHi(), "group", group.nameHi(), group.nameEn(), ""));
    for (Contact contact : contacts.find(seat.office(), words, 6)) {
      String line = contact.address().line();
      offers.add(new Offer(line, "contact", line, line, ""));
    }
    posts.find(typed, seat.office(), OFFERED).forEach(held -> offers.add(post(held)));
    return offers.stream().limit(OFFERED).toList();
  }

  private static Offer post(Post.Held held) {
    Post post = held.post();
    return new Offer(
        post.mark(),
        "post",
        post.designationHi() + ", " + post.officeHi(),
        post.designationEn() + ", " + post.officeEn(),
        held.holderHi());
  }

  private static boolean fits(List<String> words, String... names) {
    String key = Folding.key(names);
    return words.stream().allMatch(word -> key.contains(" " + word));
  }

  /// What a form sends for one who stands in the letter already.
  public static String token(Target target) {
    return switch (target) {
      case Target.Post(var post) -> "post:" + post;
      case Target.Office(var office) -> "office:" + office;
      case Target.Group(var code) -> "group:" + code;
      case Target.Outside(var contact) -> "contact:" + contact;
    };
  }

  /// What a form or client sent for an addressee: a token that we offered, a marking abbreviation,
  /// the name of a group, an office or somebody in the address book.
  ///
  /// @throws Refused `ADDRESSEE_UNKNOWN`
  public Target of(String typed, Caller caller) {
    String asked = typed.split(" · ", 2)[0].strip();
    var token = TOKEN.matcher(asked);
    try {
      if (token.matches()) return token(token.group(1), token.group(2), token.group(3));
    } catch (IllegalArgumentException e) {
      throw new Refused(ADDRESSEE_UNKNOWN, asked);
    }
    return named(asked, caller.seat().office(), caller.seat().district())
        .orElseThrow(() -> new Refused(ADDRESSEE_UNKNOWN, asked));
  }

  private static Target token(
      @org.jspecify.annotations.Nullable String kind,
      @org.jspecify.annotations.Nullable String id,
      @org.jspecify.annotations.Nullable String group) {
    if (kind == null) return new Target.Group(String.valueOf(group));
    return switch (kind) {
      case "post" -> new Target.Post(PostId.of(String.valueOf(id)));
      case "office" -> new Target.Office(OfficeId.of(String.valueOf(id)));
      default -> new Target.Outside(UUID.fromString(String.valueOf(id)));
    };
  }

  /// Who is called so, for an office.
  Optional<Target> named(String typed, OfficeId office, OfficeId district) {
    String mark = typed.toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
    Optional<Target> post = posts.of(mark, district).map(it -> new Target.Post(it.id()));
    return post.or(() -> group(typed, district))
        .or(() -> contact(typed, office))
        .or(() -> office(typed, district));
  }

  private Optional<Target> group(String name, OfficeId district) {
    return masters.of(GROUP, district).stream()
        .filter(one -> one.nameHi().equals(name) || one.nameEn().equalsIgnoreCase(name))
        .findFirst()
        .map(one -> new Target.Group(one.code()));
  }

  private Optional<Target> contact(String line, OfficeId office) {
    return contacts.find(office, Folding.words(line), 2).stream()
        .filter(one -> one.address().line().equals(line) || one.address().name().equals(line))
        .findFirst()
        .map(one -> new Target.Outside(one.id()));
  }

  private Optional<Target> office(String name, OfficeId district) {
    return offices.of(district, false).stream()
        .filter(one -> called(one.facts(), name))
        .findFirst()
        .map(one -> new Target.Office(one.id()));
  }

  private static boolean called(Office.Facts office, String name) {
    return office.nameHi().equals(name)
        || office.nameEn().equalsIgnoreCase(name)
        || office.code().equalsIgnoreCase(name);
  }

  /// The parties with how each is written to, in the letter's language. Somebody outside must stand
  /// in the book of the office, or in the letter already.
  ///
  /// @throws Refused `ADDRESSEE_UNKNOWN`
  List<Party> filled(
      List<Party> parties,
      List<Party> before,
      String language,
      OfficeId office,
      OfficeId district) {
    boolean hindi = !language.equals("en");
    return parties.stream()
        .map(party ->
            new Party(
                party.role(),
                party.target(),
                address(party, before, hindi, office, district),
                party.purpose().strip()))
        .toList();
  }

  private Address address(
      Party party, List<Party> before, boolean hindi, OfficeId office, OfficeId district) {
    return switch (party.target()) {
      case Target.Post(var id) ->
          posts.find(id).map(post -> post(post, hindi)).orElseThrow(() -> unknown(id));
      case Target.Office(var id) ->
          offices.find(id).map(one -> office(one, hindi)).orElseThrow(() -> unknown(id));
      case Target.Group(var code) ->
          masters
              .one(GROUP, code, district)
              .map(one -> new Address("", hindi ? one.nameHi() : one.nameEn(), "", "", "", ""))
              .orElseThrow(() -> unknown(code));
      case Target.Outside(var id) ->
          contacts
              .one(id, office)
              .map(Contact::address)
              .or(() -> standing(party.target(), before))
              .orElseThrow(() -> unknown(id));
    };
  }

  private static Address post(Post post, boolean hindi) {
    return new Address(
        "",
        hindi ? post.designationHi() : post.designationEn(),
        hindi ? post.officeHi() : post.officeEn(),
        "",
        "",
        "");
  }

  private static Address office(Office office, boolean hindi) {
    var facts = office.facts();
    return new Address("", "", hindi ? facts.nameHi() : facts.nameEn(), "", "", "");
  }

  private static Optional<Address> standing(Target target, List<Party> before) {
    return before.stream()
        .filter(party -> party.target().equals(target))
        .findFirst()
        .map(Party::address);
  }

  private static Refused unknown(Object what) {
    return new Refused(ADDRESSEE_UNKNOWN, what.toString());
  }
}
