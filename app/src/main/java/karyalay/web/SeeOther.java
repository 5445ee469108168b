package karyalay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// The answer to a write: where to look next. A browser gets 303; our own script, which could not
/// read a redirect's address, gets 204 and the address in a header of its own.
record SeeOther(String to) implements View {
  static final String ASKED_BY = "X-Karyalay";
  static final String LOCATION = "X-Karyalay-Location";

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
    boolean script = "fetch".equals(request.getHeader(ASKED_BY));
    response.setStatus((script ? HttpStatus.NO_CONTENT : HttpStatus.SEE_OTHER).value());
    response.setHeader(script ? LOCATION : HttpHeaders.LOCATION, to);
  }
}
