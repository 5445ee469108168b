package karyalay.devices.web;

import static karyalay.web.MayCall.Who.ANYONE;
import static karyalay.web.MayCall.Who.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import karyalay.access.BrowserCookies;
import karyalay.devices.OfflineKeys;
import karyalay.shared.Caller;
import karyalay.signatures.Keys;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What pages ask so that writing goes on without a line: whether it is there, the key of what is
/// sealed on the device, the script that keeps the shell, and the page shown in every page's place.
@Controller
class OfflinePages {
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  private final OfflineKeys keys;
  private final Keys signing;
  private final ServiceWorker worker;

  OfflinePages(OfflineKeys keys, Keys signing, ServiceWorker worker) {
    this.keys = keys;
    this.signing = signing;
    this.worker = worker;
  }

  /// The beat of every open page. Asked without a cookie it costs no statement.
  @GetMapping("/line")
  @MayCall(ANYONE)
  ResponseEntity<Void> line() {
    return ResponseEntity.noContent().build();
  }

  /// @param signing what a note that must be signed waits for: `NONE` when the person has no key,
  ///   `PIN`, or `OPEN` while the key stands open
  record Unsealing(
      String person, String csrf, String signing, String key, List<UnsealingKey> keys) {}

  record UnsealingKey(String id, String secret) {}

  /// The key for this person on this device, and earlier ones of his by their ids. It changes
  /// nothing that anybody sees, so it carries no act.
  ///
  /// @param key ids found on what is sealed on the device
  @PostMapping("/offline/keys")
  @MayCall(SIGNED_IN)
  ResponseEntity<Unsealing> keys(
      @RequestParam(required = false, defaultValue = "") List<String> key,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    OfflineKeys.Key own = keys.of(caller.person(), BrowserCookies.device(request, response));
    List<UUID> asked =
        key.stream()
            .flatMap(OfflinePages::id)
            .filter(id -> !id.equals(own.id()))
            .distinct()
            .limit(100)
            .toList();
    List<UnsealingKey> given =
        Stream.concat(Stream.of(own), keys.earlier(caller.person(), asked).stream())
            .map(one ->
                new UnsealingKey(
                    one.id().toString(), Base64.getEncoder().encodeToString(one.secret())))
            .toList();
    return ResponseEntity.ok(
        new Unsealing(
            caller.person().toString(),
            caller.csrf(),
            signing(caller),
            own.id().toString(),
            given));
  }

  private String signing(Caller caller) {
    if (caller.chair() == null) return "NONE";
    var field = signing.field(caller);
    if (field.open()) return "OPEN";
    return field.registered() ? "PIN" : "NONE";
  }

  private static Stream<UUID> id(String typed) {
    try {
      return Stream.of(UUID.fromString(typed));
    } catch (IllegalArgumentException _) {
      return Stream.empty();
    }
  }

  /// Shown in the place of whatever was asked for. It knows nobody: it is kept on the device.
  @GetMapping("/offline")
  @MayCall(ANYONE)
  String offline(Page page, Model model) {
    model.addAttribute("view", new OfflineView(page));
    return "devices/offline";
  }

  /// At the root, because a script serves what lies beside and beneath it.
  @GetMapping("/service-worker.js")
  @MayCall(ANYONE)
  ResponseEntity<String> worker() {
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .body(worker.script());
  }
}
