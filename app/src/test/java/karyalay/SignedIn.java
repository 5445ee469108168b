package karyalay;

import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.access.Gate;
import karyalay.access.Sessions;
import org.springframework.stereotype.Component;

/// Sessions for tests, without a password: what a browser would hold after signing in.
@Component
public class SignedIn {
  private final Sessions sessions;

  SignedIn(Sessions sessions) {
    this.sessions = sessions;
  }

  /// A browser of this person, sitting on this post.
  public Browser as(Seat seat) {
    String token = sessions.open(seat.person(), UUID.randomUUID(), "test");
    return new Browser(token, Gate.csrf(token), seat.mark());
  }

  /// @param token value of the cookie {@link Gate#COOKIE}
  public record Browser(String token, String csrf, String mark) {}
}
