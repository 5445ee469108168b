package karyalay.web;

import java.util.List;
import java.util.UUID;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.Language;
import karyalay.shared.Typing;
import org.jspecify.annotations.Nullable;

/// What every page needs besides its own matter. Each view record carries one as `page()`.
///
/// @param caller null on pages for people who have not signed in
/// @param path the address of this page without its query, for the language toggle and the rail
/// @param chairs all chairs of the caller; empty where the page shows no switcher
/// @param lockAfter seconds without a touch after which the page covers itself, on a machine that
///   several share (OP-125); 0 elsewhere
/// @param notice what stands at the head of every page of the office for a time; empty for nothing
public record Page(
    Words words,
    Assets assets,
    Language language,
    @Nullable Caller caller,
    String path,
    List<ShellSource.ChairCount> chairs,
    int lockAfter,
    String notice) {

  /// On a machine that nobody shares.
  public Page(
      Words words,
      Assets assets,
      Language language,
      @Nullable Caller caller,
      String path,
      List<ShellSource.ChairCount> chairs) {
    this(words, assets, language, caller, path, chairs, 0, "");
  }

  /// Words for a key, in the reader's language.
  public String t(String key, Object... arguments) {
    return words.say(language, key, arguments);
  }

  /// What people call a field of a form; its own name where there is no word for it.
  public String field(String name) {
    for (String key : new String[] {"field." + name, "dak.field." + name})
      if (words.has(key)) return t(key);
    return name;
  }

  /// One of two names, by the reader's language.
  public String name(String hindi, String english) {
    return language.pick(hindi, english);
  }

  /// An address inside the program that keeps the chair: the post one acts as travels with every
  /// link.
  public String link(String path) {
    Caller.Chair chair = caller == null ? null : caller.chair();
    if (chair == null) return path;
    return path + (path.contains("?") ? "&" : "?") + "as=" + chair.mark();
  }

  /// Marking abbreviation of the chair; empty without one.
  public String as() {
    Caller.Chair chair = caller == null ? null : caller.chair();
    return chair == null ? "" : chair.mark();
  }

  /// What waits on the other chairs of the caller (OP-3).
  public int elsewhere() {
    return chairs.stream()
        .filter(chair -> !chair.mark().equals(as()))
        .mapToInt(ShellSource.ChairCount::waiting)
        .sum();
  }

  /// The places of the rail, by role: at most six.
  public List<RailPlace> places() {
    return RailPlace.of(caller);
  }

  /// How the reader types Hindi.
  public Typing typing() {
    return caller == null ? Typing.OWN : caller.typing();
  }

  public String csrf() {
    return caller == null ? "" : caller.csrf();
  }

  /// A new act id: each form carries one, so that a double press is one act.
  public UUID act() {
    return Ids.next();
  }

  /// Address of a static file, with its hash, so that it may be cached for ever.
  public String asset(String name) {
    return assets.path(name);
  }

  /// Dates and digits as the reader is used to.
  public Dates dates() {
    return new Dates(language);
  }
}
