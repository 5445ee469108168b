package karyalay.tls;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Answers what comes in plain: whoever reads is led to https; what somebody wrote is refused and
/// goes no further. What a device needs before it can trust us is given plainly.
final class ToHttps extends ValveBase {
  private static final String SENTENCE =
      "यह पता केवल https से चलता है; कुछ भी दर्ज नहीं हुआ। पता https:// से खोलें।\n"
          + "This address works over https only; nothing was done. Open it with https://.\n";

  private final int port;

  /// @param port where https is served
  ToHttps(int port) {
    super(true);
    this.port = port;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (request.isSecure() || reads && open(request.getRequestURI())) {
      getNext().invoke(request, response);
      return;
    }
    if (reads) {
      response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
      response.setHeader("Location", address(request));
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().write(SENTENCE.getBytes(StandardCharsets.UTF_8));
    }
    response.finishResponse();
  }

  /// The root certificate, how to put it on a device, and whether the program lives.
  private static boolean open(String path) {
    return path.equals("/upkaran/ca.crt")
        || path.equals("/upkaran/certificate")
        || path.equals("/healthz")
        || path.startsWith("/static/");
  }

  private String address(Request request) {
    String query = request.getQueryString();
    return "https://"
        + request.getServerName()
        + (port == 443 ? "" : ":" + port)
        + request.getRequestURI()
        + (query == null ? "" : "?" + query);
  }
}
