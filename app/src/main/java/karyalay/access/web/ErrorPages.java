package karyalay.access.web;

import static karyalay.web.MayCall.Who.ANYONE;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Protocol;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What goes wrong before a route is reached or after it has answered: the same calm sentences.
@Controller
class ErrorPages implements ErrorController {
  @RequestMapping("/error")
  @MayCall(ANYONE)
  void error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    if (status == 404) throw new Refused(SharedRefusal.NOT_FOUND);
    throw new Refused(new Protocol(status), "");
  }
}
