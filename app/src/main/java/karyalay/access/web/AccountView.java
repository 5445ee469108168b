package karyalay.access.web;

import java.util.List;
import java.util.stream.Stream;
import karyalay.access.ApiTokens;
import karyalay.access.OpenSession;
import karyalay.web.Page;

/// One's own account: password, where one is signed in, tokens of the post one sits on.
///
/// @param made the text of a token just made, shown this once; empty otherwise
/// @param changed whether the password was just changed
/// @param firstPassword whether it was given by another and must be changed first
public record AccountView(
    Page page,
    List<OpenSession> sessions,
    List<ApiTokens.Line> tokens,
    String made,
    boolean changed,
    boolean firstPassword) {

  private static final List<String> BROWSERS = List.of("Edg", "Firefox", "Chrome", "Safari");
  private static final List<String> SYSTEMS =
      List.of("Android", "Windows", "iPhone", "Mac", "Linux");

  /// A browser as people call it, from the line that it says of itself.
  public String device(OpenSession session) {
    return Stream.of(BROWSERS, SYSTEMS)
        .map(names -> names.stream().filter(session.agent()::contains).findFirst().orElse("?"))
        .map(name -> name.equals("Edg") ? "Edge" : name)
        .reduce((browser, system) -> browser + ", " + system)
        .orElseThrow();
  }
}
