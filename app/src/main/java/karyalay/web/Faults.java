package karyalay.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.shared.Language;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Turns a refusal into a sentence, and a fault into a calm one: the only place that catches all.
@ControllerAdvice
class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final Arguments arguments;
  private final Words words;

  Faults(Arguments arguments, Words words) {
    this.arguments = arguments;
    this.words = words;
  }

  @ExceptionHandler
  Object refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
    return answer(refused, request, response);
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    MissingServletRequestParameterException.class,
    BindException.class,
    org.springframework.http.converter.HttpMessageNotReadableException.class
  })
  Object unreadable(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    Refused refused =
        switch (fault) {
          // A bad id in an address is a page that is not there.
          case MethodArgumentTypeMismatchException wrong
              when wrong
                  .getParameter()
                  .hasParameterAnnotation(
                      org.springframework.web.bind.annotation.PathVariable.class) ->
              new Refused(SharedRefusal.NOT_FOUND);
          case MethodArgumentTypeMismatchException wrong ->
              new Refused(SharedRefusal.NOT_UNDERSTOOD, field(wrong.getName(), request));
          case MissingServletRequestParameterException missing ->
              new Refused(SharedRefusal.MISSING, field(missing.getParameterName(), request));
          default -> new Refused(SharedRefusal.NOT_UNDERSTOOD, field("request", request));
        };
    return answer(refused, request, response);
  }

  @ExceptionHandler({
    CannotGetJdbcConnectionException.class,
    CannotCreateTransactionException.class,
    TransientDataAccessException.class
  })
  Object busy(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    if (FullDisk.causes(fault)) return full(fault, request, response);
    LOG.warn("the database did not answer: {}", fault.getClass().getSimpleName());
    return answer(new Refused(SharedRefusal.TRY_AGAIN), request, response);
  }

  private Object full(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    LOG.error("the disk is full: {}", fault.getMessage());
    return answer(new Refused(SharedRefusal.DISK_FULL), request, response);
  }

  /// The line to the database broke under the work, perhaps after it was done.
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    RecoverableDataAccessException.class,
    TransactionSystemException.class
  })
  Object unsure(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    if (FullDisk.causes(fault)) return full(fault, request, response);
    LOG.warn("the database broke off: {}", fault.getClass().getSimpleName());
    return answer(new Refused(SharedRefusal.UNSURE), request, response);
  }

  /// Who asked has gone, as a browser does that turns pages quickly: nobody is left to be told.
  @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
  void gone(HttpServletRequest request, HttpServletResponse response) {
    LOG.debug("no longer wanted: {}", request.getRequestURI());
  }

  @ExceptionHandler
  Object fault(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    if (FullDisk.causes(fault)) return full(fault, request, response);
    if (fault instanceof ErrorResponse known) {
      known.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
      int status = known.getStatusCode().value();
      if (status == 404) return answer(new Refused(SharedRefusal.NOT_FOUND), request, response);
      return answer(new Refused(new Protocol(status), ""), request, response);
    }
    String mark = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("fault {} at {} {}", mark, request.getMethod(), request.getRequestURI(), fault);
    return answer(new Refused(new Protocol(500), mark), request, response);
  }

  private String field(String name, HttpServletRequest request) {
    String key = "field." + name;
    return words.has(key) ? words.say(language(request), key) : name;
  }

  private Language language(HttpServletRequest request) {
    return arguments.page(request, false).language();
  }

  private Object answer(Refused refused, HttpServletRequest request, HttpServletResponse response) {
    Refused.Reason reason = refused.reason();
    String sentence = words.say(language(request), reason.key(), refused.arguments().toArray());
    if (asked(request).startsWith("/api/")) return problem(reason, sentence);
    response.setStatus(reason.status());
    response.setHeader("X-Karyalay-Refusal", reason.module() + "." + reason.name());
    boolean fragment = "fetch".equals(request.getHeader("X-Karyalay"));
    boolean signIn = reason.status() == 401;
    if (request.getMethod().equals("GET")) {
      if (signIn) return new ModelAndView("redirect:/signin?to=" + address(request));
      if (reason.status() == 423) return new ModelAndView("redirect:/hands?to=" + address(request));
    }
    var view =
        new RefusalView(
            arguments.page(request, !fragment && !signIn),
            reason.status(),
            sentence,
            request.getMethod().equals("GET") ? "" : asked(request),
            kept(request),
            signIn,
            fragment,
            String.valueOf(request.getContentType()).startsWith("multipart/"));
    return new ModelAndView(
        "web/refusal", Map.of("view", view), HttpStatus.valueOf(reason.status()));
  }

  /// Everything that was typed, so that nothing is lost with the refusal.
  private static List<RefusalView.Kept> kept(HttpServletRequest request) {
    boolean nothing =
        request.getMethod().equals("GET") || request.getAttribute(Arguments.STRANGER) != null;
    return nothing ? List.of() : KeptFields.of(request.getParameterMap(), "");
  }

  /// The address that was asked for, also when the container has handed the request on.
  private static String asked(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
        ? uri
        : request.getRequestURI();
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    String whole = request.getRequestURI() + (query == null ? "" : "?" + query);
    return java.net.URLEncoder.encode(whole, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static ResponseEntity<ProblemDetail> problem(Refused.Reason reason, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatus(reason.status());
    problem.setType(URI.create("urn:karyalay:" + reason.module() + ":" + reason.name()));
    problem.setTitle(reason.name());
    problem.setDetail(sentence);
    problem.setProperty("code", reason.module() + "." + reason.name());
    if (!reason.rule().isEmpty()) problem.setProperty("rule", reason.rule());
    return ResponseEntity.status(reason.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
