package karyalay.devices;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Credentials;
import karyalay.access.Gate;
import karyalay.access.Sessions;
import karyalay.shared.Ids;
import karyalay.signatures.Signers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Shared machines for tests: marked by the head of the office, with people who signed in there.
@Component
public class OnMachines {
  public static final String PASSWORD = "thana-password-7";

  private final Machines machines;
  private final HandPins pins;
  private final Credentials credentials;
  private final Sessions sessions;
  private final Signers signers;
  private final Web web;
  private final JdbcClient db;

  OnMachines(
      Machines machines,
      HandPins pins,
      Credentials credentials,
      Sessions sessions,
      Signers signers,
      Web web,
      JdbcClient db) {
    this.machines = machines;
    this.pins = pins;
    this.credentials = credentials;
    this.sessions = sessions;
    this.signers = signers;
    this.web = web;
    this.db = db;
  }

  /// A machine of the thana, marked by its SHO.
  public Place marked(Given.Thana thana) {
    UUID device = UUID.randomUUID();
    UUID machine =
        machines.mark(
            thana.sho().act(), signers.caller(thana.sho()), device, thana.id(), "थाना डाक, मशीन 1");
    return new Place(machine, device);
  }

  public void password(Seat seat) {
    credentials.set(seat.act(), seat.person(), PASSWORD);
  }

  public void pin(Seat seat, String pin) {
    pins.choose(
        seat.act(),
        signers.caller(seat),
        new HandPins.Proof(PASSWORD, pin, pin, UUID.randomUUID()));
  }

  /// A marked machine and its browser.
  public final class Place {
    public final UUID machine;
    public final UUID device;

    private Place(UUID machine, UUID device) {
      this.machine = machine;
      this.device = device;
    }

    /// Signs in with the password, and so puts the name onto the machine.
    public Browser signedIn(Seat seat) {
      String token = sessions.signIn(seat.pno(), PASSWORD, device, "test");
      return new Browser(token, Gate.csrf(token), seat.mark());
    }

    /// Taps the tile and types.
    ///
    /// @param before the session that the browser holds; null when it holds none
    /// @param more further fields: name, value …
    public MvcTestResult tap(@Nullable Browser before, Seat who, String secret, String... more) {
      var request =
          web.raw()
              .post()
              .uri("/hands")
              .cookie(new Cookie(Gate.DEVICE, device.toString()))
              .param("person", who.person().toString())
              .param("hand-pin", secret);
      if (before != null) request = request.cookie(new Cookie(Gate.COOKIE, before.token()));
      for (int i = 0; i < more.length; i += 2) request = request.param(more[i], more[i + 1]);
      return request.exchange();
    }

    /// The page of names.
    public MvcTestResult names(@Nullable Browser holding) {
      var request =
          web.raw().get().uri("/hands").cookie(new Cookie(Gate.DEVICE, device.toString()));
      if (holding != null) request = request.cookie(new Cookie(Gate.COOKIE, holding.token()));
      return request.exchange();
    }

    /// What the browser holds after an answer.
    public Browser browser(Seat seat, MvcTestResult answer) {
      String cookie =
          answer.getResponse().getHeaders("Set-Cookie").stream()
              .filter(line -> line.startsWith(Gate.COOKIE + "="))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError("no session: " + answer.getResponse().getStatus()));
      String token = cookie.substring(Gate.COOKIE.length() + 1, cookie.indexOf(';'));
      return new Browser(token, Gate.csrf(token), seat.mark());
    }
  }

  /// The session was not used for so many seconds.
  public void idle(Browser browser, int seconds) {
    db.sql(
            """
            UPDATE access.session SET used_at = now() - make_interval(secs => ?)
            WHERE token_hash = sha256(convert_to(?, 'UTF8'))
            """)
        .params(seconds, browser.token())
        .update();
  }

  /// The sessions of this machine lock themselves after so many seconds, as a test can wait for.
  public void locksAfter(UUID device, int seconds) {
    db.sql("UPDATE access.session SET idle_seconds = ? WHERE device = ? AND ended_at IS NULL")
        .params(seconds, device)
        .update();
  }

  /// A form of this browser, sent with the token of whatever page it stood on.
  public MvcTestResult post(Browser browser, String csrf, String path, String... fields) {
    var request =
        web.raw()
            .post()
            .uri(path)
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .param("_csrf", csrf)
            .param("act", Ids.next().toString());
    for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
    return request.exchange();
  }
}
