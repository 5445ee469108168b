package karyalay.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A request whose JSON body is kept, so that an act can tell by its hash whether it is the same
/// request again.
final class KeptBody extends HttpServletRequestWrapper {
  private static final int MOST = 4 * 1024 * 1024;

  private final byte[] bytes;

  private KeptBody(HttpServletRequest request, byte[] bytes) {
    super(request);
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public ServletInputStream getInputStream() {
    var in = new ByteArrayInputStream(bytes);
    return new ServletInputStream() {
      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read at once");
      }

      @Override
      public int read() {
        return in.read();
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  /// Keeps the bodies of JSON calls; everything else streams.
  @Component
  static class Keeper extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
      String type = request.getContentType();
      return type == null
          || !type.startsWith("application/json")
          || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      byte[] bytes = request.getInputStream().readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      }
      chain.doFilter(new KeptBody(request, bytes), response);
    }
  }
}
