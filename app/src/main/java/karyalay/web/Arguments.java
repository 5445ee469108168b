package karyalay.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import karyalay.shared.Act;
import karyalay.shared.ActId;
import karyalay.shared.Actor;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives handlers the caller, the act and the page they ask for.
@Component
public class Arguments implements HandlerMethodArgumentResolver {
  /// Name of the request's attribute that is there when nothing that it brings should be received.
  public static final String STRANGER = "karyalay.stranger";

  /// Name of the request's attribute that says after how many seconds its page locks itself.
  public static final String LOCK_AFTER = "karyalay.lock-after";

  private static final Set<Class<?>> KINDS = Set.of(Caller.class, Act.class, Page.class);
  private static final Set<String> NOT_ASKED = Set.of("_csrf", "act");

  private final Words words;
  private final Assets assets;
  private final ObjectProvider<ShellSource> shell;
  private final ObjectProvider<ShellNotice> notices;
  private final OfficeTime time;

  Arguments(
      Words words,
      Assets assets,
      ObjectProvider<ShellSource> shell,
      ObjectProvider<ShellNotice> notices,
      OfficeTime time) {
    this.words = words;
    this.assets = assets;
    this.shell = shell;
    this.notices = notices;
    this.time = time;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return KINDS.contains(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) throw new IllegalStateException("not a servlet request");
    if (parameter.getParameterType() == Page.class)
      return page(request, !request.getMethod().equals("POST"));
    Caller caller = caller(request);
    if (caller == null) throw new IllegalStateException("the gate let nobody in as somebody");
    return parameter.getParameterType() == Act.class ? act(request, caller) : caller;
  }

  /// Who called; null on open routes when nobody has signed in.
  public static @Nullable Caller caller(HttpServletRequest request) {
    return (Caller) request.getAttribute(Caller.class.getName());
  }

  /// The shell of a page. The chairs with their counts are read only when the page will be shown.
  public Page page(HttpServletRequest request, boolean shown) {
    Caller caller = caller(request);
    ShellSource source = caller == null || !shown ? null : shell.getIfAvailable();
    List<ShellSource.ChairCount> chairs =
        caller == null || source == null ? List.of() : source.chairs(caller);
    int lockAfter = request.getAttribute(LOCK_AFTER) instanceof Integer seconds ? seconds : 0;
    ShellNotice notice =
        caller == null || caller.chair() == null || !shown ? null : notices.getIfAvailable();
    return new Page(
        words,
        assets,
        language(request, caller),
        caller,
        address(request),
        chairs,
        lockAfter,
        caller == null || notice == null ? "" : notice.sentence(caller, words));
  }

  /// Where the page can be asked for again: its own address, or whence the form came that it
  /// answers.
  private static String address(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) return request.getRequestURI();
    String from = request.getHeader("Referer");
    try {
      String path = from == null ? null : URI.create(from).getPath();
      return path == null || !path.startsWith("/") || path.startsWith("//") ? "/desk" : path;
    } catch (IllegalArgumentException e) {
      return "/desk";
    }
  }

  private static Language language(HttpServletRequest request, @Nullable Caller caller) {
    return caller == null ? chosen(request) : caller.language();
  }

  /// The language that was chosen on this browser before anybody signed in.
  public static Language chosen(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    boolean english =
        cookies != null
            && Arrays.stream(cookies)
                .anyMatch(c -> c.getName().equals("language") && c.getValue().equals("EN"));
    return english ? Language.EN : Language.HI;
  }

  private Act act(HttpServletRequest request, Caller caller) {
    String id = request.getHeader("Idempotency-Key");
    if (id == null) id = request.getParameter("act");
    if (id == null || id.isBlank()) throw new Refused(SharedRefusal.MISSING, "act");
    try {
      Instant written = WrittenAt.of(request, time.now()).orElse(null);
      return new Act(ActId.of(id.strip()), actor(caller), hash(request), written);
    } catch (IllegalArgumentException e) {
      throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "act");
    }
  }

  private static Actor actor(Caller caller) {
    return caller.chair() == null ? Actor.alone(caller.person()) : caller.actor();
  }

  /// What was asked: method, address, and every parameter or the whole body.
  private static byte[] hash(HttpServletRequest request) {
    MessageDigest digest = Sha256.digest();
    put(digest, request.getMethod());
    put(digest, request.getRequestURI());
    for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
      // A password or PIN leaves no trace, not even in a hash that can be guessed at.
      if (NOT_ASKED.contains(field.getKey()) || KeptFields.secret(field.getKey())) continue;
      put(digest, field.getKey());
      for (String value : field.getValue()) put(digest, value);
    }
    if (request instanceof KeptBody kept) digest.update(kept.bytes());
    return digest.digest();
  }

  private static void put(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
