package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.ANYONE;

import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page that a QR opens on a telephone. It is the same for everybody and tells nothing.
@Controller
class CameraPages {
  @GetMapping("/scan")
  @MayCall(ANYONE)
  String camera(Page page, Model model) {
    model.addAttribute("view", new CameraView(page));
    return "scanning/camera";
  }
}
