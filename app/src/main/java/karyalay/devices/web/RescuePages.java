package karyalay.devices.web;

import static karyalay.web.MayCall.Who.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import karyalay.access.BrowserCookies;
import karyalay.access.Gate;
import karyalay.devices.Codes;
import karyalay.devices.DevicesRefusal;
import karyalay.devices.web.RescueView.Step;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Rescue by a code on the registered mobile (OP-139). Every answer is the same for a number that
/// exists and for one that does not.
@Controller
@RequestMapping("/rescue")
class RescuePages {
  private final Codes codes;

  RescuePages(Codes codes) {
    this.codes = codes;
  }

  @GetMapping
  @MayCall(ANYONE)
  String begin(Page page, Model model) {
    return show(page, Step.NUMBER, "", "", model);
  }

  private String show(Page page, Step step, String code, String sentence, Model model) {
    model.addAttribute("view", new RescueView(page, codes.served(), step, code, sentence));
    return "devices/rescue";
  }

  @PostMapping("/codes")
  @MayCall(ANYONE)
  String ask(
      @RequestParam(defaultValue = "") String pno,
      Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    UUID device = BrowserCookies.device(request, response);
    try {
      return "redirect:/rescue/codes/" + codes.ask(pno, device, page.language());
    } catch (Refused refused) {
      return refused(refused, page, Step.NUMBER, "", model, response);
    }
  }

  private String refused(
      Refused refused,
      Page page,
      Step step,
      String code,
      Model model,
      HttpServletResponse response) {
    response.setStatus(refused.reason().status());
    String sentence = page.t(refused.reason().key(), refused.arguments().toArray());
    return show(page, step, code, sentence, model);
  }

  /// The same for whatever name: whether there is such a code is not told either.
  @GetMapping("/codes/{code}")
  @MayCall(ANYONE)
  String code(@PathVariable UUID code, Page page, Model model) {
    return show(page, Step.CODE, code.toString(), "", model);
  }

  @PostMapping("/codes/{code}/password")
  @MayCall(ANYONE)
  String choose(
      @PathVariable UUID code,
      @RequestParam(name = "sms-code", defaultValue = "") String typed,
      @RequestParam(name = "new-password", defaultValue = "") String password,
      @RequestParam(name = "again-password", defaultValue = "") String again,
      @RequestParam(defaultValue = "false") boolean key,
      Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      if (!password.equals(again)) throw new Refused(DevicesRefusal.PASSWORDS_DIFFER);
      codes.rescue(new Codes.Attempt(code, typed, password, key, Gate.device(request)));
      return show(page, Step.DONE, "", "", model);
    } catch (Refused refused) {
      return refused(refused, page, Step.CODE, code.toString(), model, response);
    }
  }
}
