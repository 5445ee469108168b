package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import karyalay.desk.web.UploadView;
import karyalay.rendering.Qr;
import karyalay.scanning.Phone;
import karyalay.scanning.Phones;
import karyalay.scanning.Turning;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.web.MayCall;
import karyalay.web.Page;
import karyalay.web.PublicAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The computer's side of the telephone as a scanner: parts of the page that carries the form.
@Controller
class PhonePanel {
  private final Phones phones;
  private final Turning turning;
  private final PublicAddress address;
  private final OfficeTime time;

  PhonePanel(Phones phones, Turning turning, PublicAddress address, OfficeTime time) {
    this.phones = phones;
    this.turning = turning;
    this.address = address;
    this.time = time;
  }

  /// A QR for the form that will be sent as this act. The secret stands behind the `#`, which no
  /// browser sends and no log holds.
  @PostMapping("/scans")
  @MayCall(CHAIR)
  String open(@RequestParam UUID form, Caller caller, Page page, Model model) {
    var opened = phones.open(caller.person(), form);
    String whole = address.of("/scan") + "#" + opened.secret();
    Phone phone = phones.state(opened.id(), caller.person(), -1);
    var view = new PhoneView(page, phone, Qr.of(whole), whole, near(whole), seconds(phone));
    model.addAttribute("view", view);
    return "scanning/panel";
  }

  private static boolean near(String address) {
    String host = URI.create(address).getHost();
    return host == null
        || host.equals("localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }

  private long seconds(Phone phone) {
    return Math.max(0, Duration.between(time.now(), phone.until()).toSeconds());
  }

  /// What has come; 204 while it is what was seen.
  ///
  /// @param seen `changes` of the last answer
  @GetMapping("/scans/{id}")
  @MayCall(CHAIR)
  Object state(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int seen,
      Caller caller,
      Page page) {
    Phone phone = phones.state(id, caller.person(), seen);
    if (phone.changes() == seen && !phone.over()) return ResponseEntity.noContent().build();
    Phone whole = phone.changes() == seen ? phones.state(id, caller.person(), -1) : phone;
    return new ModelAndView("scanning/panel")
        .addObject("view", new PhoneView(page, whole, null, "", false, seconds(whole)));
  }

  @PostMapping("/scans/{id}/pages/{sheet}/removal")
  @MayCall(CHAIR)
  ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID sheet, Caller caller) {
    phones.remove(id, caller.person(), sheet);
    return ResponseEntity.noContent().build();
  }

  /// The form was drawn anew.
  @PostMapping("/scans/{id}/form")
  @MayCall(CHAIR)
  ResponseEntity<Void> move(@PathVariable UUID id, @RequestParam UUID form, Caller caller) {
    phones.move(id, caller.person(), form);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/scans/{id}/ending")
  @MayCall(CHAIR)
  ResponseEntity<Void> end(@PathVariable UUID id, Caller caller) {
    phones.end(id, caller.person());
    return ResponseEntity.noContent().build();
  }

  /// A picture turned before the form is sent; what stands in its place is another upload.
  ///
  /// @param quarters clockwise
  @PostMapping({"/uploads/{id}/turning"})
  @MayCall(CHAIR)
  String turn(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int quarters,
      Caller caller,
      Page page,
      Model model) {
    var turned = turning.turn(id, caller.person(), Math.floorMod(quarters, 4));
    model.addAttribute("view", new UploadView(page, List.of(turned)));
    return "desk/uploads";
  }
}
