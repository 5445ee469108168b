package karyalay.health.web;

import static karyalay.web.MayCall.Who.ADMIN;
import static karyalay.web.MayCall.Who.ANYONE;

import karyalay.health.Health;
import karyalay.shared.OfficeTime;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How the program stands, for administrators in words and for monitors in one (OP-126).
@Controller
class HealthPages {
  private final Health health;
  private final OfficeTime time;

  HealthPages(Health health, OfficeTime time) {
    this.health = health;
    this.time = time;
  }

  @GetMapping("/health")
  @MayCall(ADMIN)
  String page(Page page, Model model) {
    model.addAttribute("view", new HealthView(page, time.now(), health.lines()));
    return "health/health";
  }

  /// 200 while the program can serve, else 503. It says nothing more: whoever asks is a stranger.
  @GetMapping("/healthz")
  @MayCall(ANYONE)
  ResponseEntity<String> lives() {
    boolean lives = health.lives();
    return ResponseEntity.status(lives ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.TEXT_PLAIN)
        .body(lives ? "ok\n" : "broken\n");
  }
}
