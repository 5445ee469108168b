package karyalay.health.web;

import static karyalay.web.MayCall.Who.ANYONE;

import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What works on the device that asks, tried by the device itself (OP-126). Open to all: a new
/// machine is tried before anybody has an account on it, and the page shows nothing of the office.
@Controller
class DevicePages {
  @GetMapping("/upkaran")
  @MayCall(ANYONE)
  String device(Page page, Model model) {
    model.addAttribute("view", new DeviceView(page, DeviceView.TRIALS));
    return "health/device";
  }
}
