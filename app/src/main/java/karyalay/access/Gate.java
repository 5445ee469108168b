package karyalay.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import karyalay.shared.Caller;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Arguments;
import karyalay.web.KeptFields;
import karyalay.web.MayCall;
import karyalay.web.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// The gate of every route: who calls, in which chair, and whether this route lets him in. What has
/// no {@link MayCall} is shut.
@Component
public class Gate implements HandlerInterceptor {
  /// Name of the cookie that carries the session's token.
  public static final String COOKIE = "karyalay";

  /// Name of the cookie that carries the browser's own mark.
  public static final String DEVICE = "device";

  /// Name of the request's attribute that holds what its token allows, a set of words.
  public static final String SCOPES = "karyalay.scopes";

  /// Name of the request's attribute that is there while a password must be chosen.
  public static final String FIRST_PASSWORD = "karyalay.first-password";

  /// Name of the request's attribute that holds whose session is locked, a caller.
  public static final String LOCKED = "karyalay.locked";

  private final SessionStore sessions;
  private final ObjectProvider<FormKeeper> keepers;

  Gate(SessionStore sessions, ObjectProvider<FormKeeper> keepers) {
    this.sessions = sessions;
    this.keepers = keepers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) return true;
    MayCall.Who who = who(handler);
    boolean api = request.getRequestURI().startsWith("/api/");
    Optional<Caller> caller = api ? byToken(request) : bySession(request);
    caller.ifPresent(known -> request.setAttribute(Caller.class.getName(), known));
    if (request.getAttribute(FIRST_PASSWORD) != null && !ownAccount(request, who)) {
      if (writes(request)) throw new Refused(AccessRefusal.CHOOSE_PASSWORD);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/account");
      return false;
    }
    if (who == MayCall.Who.ANYONE) return readable(request);
    if (request.getAttribute(LOCKED) != null) throw new Refused(AccessRefusal.MACHINE_LOCKED);
    Caller known =
        caller.orElseThrow(
            () -> new Refused(api ? AccessRefusal.TOKEN_NEEDED : AccessRefusal.SESSION_OVER));
    if (!api && writes(request)) requireForm(request, known);
    admit(who, known, request);
    return readable(request);
  }

  /// Whoever may ask must still ask in writing.
  private static boolean readable(HttpServletRequest request) {
    if (request.getAttribute(Arguments.STRANGER) == null)
      PlainText.require(request.getParameterMap());
    return true;
  }

  /// All that opens while a password that another gave is still in use.
  private static boolean ownAccount(HttpServletRequest request, MayCall.Who who) {
    String path = request.getRequestURI();
    return who == MayCall.Who.ANYONE
        || path.equals("/account")
        || path.equals("/account/password")
        || path.startsWith("/session/")
        || path.startsWith("/hands/");
  }

  private static MayCall.Who who(Object handler) {
    MayCall declared =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(MayCall.class) : null;
    if (declared == null) throw new Refused(SharedRefusal.NOT_FOUND);
    return declared.value();
  }

  private static void admit(MayCall.Who who, Caller caller, HttpServletRequest request) {
    switch (who) {
      case ANYONE, SIGNED_IN -> {}
      case CHAIR -> requireChair(caller, request);
      case ADMIN -> {
        requireChair(caller, request);
        if (!caller.roles().contains("ADMIN")) throw new Refused(AccessRefusal.NOT_ADMINISTRATOR);
      }
    }
  }

  private static void requireChair(Caller caller, HttpServletRequest request) {
    String wanted = request.getParameter("as");
    if (caller.chair() != null && (wanted != null || !writes(request) || api(request))) return;
    if (caller.chair() != null) throw new Refused(SharedRefusal.MISSING, "as");
    if (wanted == null || wanted.isBlank()) throw new Refused(AccessRefusal.NO_POST);
    throw new Refused(AccessRefusal.NOT_YOUR_CHARGE, wanted);
  }

  private static boolean api(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private static boolean writes(HttpServletRequest request) {
    return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
  }

  private void requireForm(HttpServletRequest request, Caller caller) {
    String sent = request.getHeader("X-Csrf");
    if (sent == null) sent = request.getParameter("_csrf");
    boolean ours =
        sent != null
            && MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8),
                caller.csrf().getBytes(StandardCharsets.UTF_8));
    if (ours) return;
    boolean shared =
        request.getAttribute(Arguments.LOCK_AFTER) instanceof Integer after && after > 0;
    if (shared && sent != null) requireOwn(request, caller, sent);
    throw new Refused(AccessRefusal.FORM_TOO_OLD);
  }

  /// On a machine that several share the form may be another's who sat here before: it is kept for
  /// him, and whoever sits here now neither sees it nor sends it (OP-125).
  private void requireOwn(HttpServletRequest request, Caller caller, String sent) {
    String token = Objects.requireNonNull(token(request), "a session");
    Optional<PersonId> owner = sessions.ownerOf(sent, token);
    if (owner.filter(caller.person()::equals).isPresent()) return;
    request.setAttribute(Arguments.STRANGER, Boolean.TRUE);
    owner.ifPresent(him -> {
      var fields = KeptFields.of(request.getParameterMap(), "");
      keepers.forEach(keeper -> keeper.keep(him, request.getRequestURI(), fields));
    });
    throw new Refused(AccessRefusal.FORM_OF_ANOTHER);
  }

  private Optional<Caller> bySession(HttpServletRequest request) {
    String token = token(request);
    // Reading one field of an upload receives all of it: not for whoever never signed in here.
    if (String.valueOf(request.getContentType()).startsWith("multipart/")
        && (token == null || !sessions.ever(token)))
      request.setAttribute(Arguments.STRANGER, Boolean.TRUE);
    if (token == null || request.getAttribute(Arguments.STRANGER) != null) return Optional.empty();
    String chair = request.getParameter("as");
    var found =
        sessions.bySession(
            token, chair == null || chair.isBlank() ? null : chair, Arguments.chosen(request));
    if (found.isPresent() && found.get().locked()) {
      // Not used: a locked session must not wake by being asked.
      request.setAttribute(LOCKED, found.get().caller());
      return Optional.empty();
    }
    if (found.isPresent() && found.get().stale()) sessions.used(token);
    if (found.isPresent() && found.get().firstPassword())
      request.setAttribute(FIRST_PASSWORD, Boolean.TRUE);
    found.ifPresent(one -> request.setAttribute(Arguments.LOCK_AFTER, one.idle()));
    return found.map(SessionStore.Found::caller);
  }

  private Optional<Caller> byToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.startsWith("Bearer ")) return Optional.empty();
    var found = sessions.byToken(header.substring(7).strip());
    if (found.isEmpty()) return Optional.empty();
    Set<String> scopes = found.get().scopes();
    if (!scopes.contains(writes(request) ? "write" : "read"))
      throw new Refused(AccessRefusal.TOKEN_SCOPE);
    request.setAttribute(SCOPES, scopes);
    return Optional.of(found.get().caller());
  }

  /// The browser's own mark, so that failures slow this device and nobody else; a fresh one when it
  /// has none.
  public static UUID device(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null)
      for (Cookie cookie : cookies)
        if (cookie.getName().equals(DEVICE))
          try {
            return UUID.fromString(cookie.getValue());
          } catch (IllegalArgumentException _) {
            break;
          }
    return UUID.randomUUID();
  }

  /// What a form of this session must carry.
  public static String csrf(String token) {
    return Tokens.csrf(token);
  }

  /// The session's token, if the browser sent one.
  public static @Nullable String token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return null;
    for (Cookie cookie : cookies) if (cookie.getName().equals(COOKIE)) return cookie.getValue();
    return null;
  }
}
