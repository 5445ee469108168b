package karyalay.signatures.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import karyalay.access.Gate;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.KeyBook;
import karyalay.signatures.Keys;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// One's own signing key: make it, open it, change its PIN, deactivate it (OP-74).
@Controller
@RequestMapping("/account/signing-key")
class SigningKeyPages {
  private static final Set<String> DONE =
      Set.of("made", "pin-changed", "opened", "closed", "withdrawn");
  private static final int MOST_FILE = (1 << 20) + 1;

  private final KeyBook book;
  private final Keys keys;

  SigningKeyPages(KeyBook book, Keys keys) {
    this.book = book;
    this.keys = keys;
  }

  @GetMapping
  @MayCall(CHAIR)
  String key(@RequestParam(defaultValue = "") String done, Page page, Caller caller, Model model) {
    var view =
        new SigningKeyView(
            page,
            book.of(caller.person()),
            keys.field(caller),
            keys.openMinutes(caller),
            book.tokenPresent(),
            DONE.contains(done) ? "signatures." + done : "");
    model.addAttribute("view", view);
    return "signatures/key";
  }

  @PostMapping
  @MayCall(CHAIR)
  String make(
      @RequestParam String password,
      @RequestParam String pin,
      @RequestParam("again-pin") String again,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request) {
    book.make(act, caller, proof(password, pin, again, request));
    return done(page, "made");
  }

  private static KeyBook.Proof proof(
      String password, String pin, String again, HttpServletRequest request) {
    return new KeyBook.Proof(password, pin.strip(), again.strip(), Gate.device(request));
  }

  private static String done(Page page, String what) {
    return "redirect:" + page.link("/account/signing-key?done=" + what);
  }

  @PostMapping("/file")
  @MayCall(CHAIR)
  String bring(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam("file-password") String filePassword,
      @RequestParam String password,
      @RequestParam String pin,
      @RequestParam("again-pin") String again,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request)
      throws IOException {
    if (file == null || file.isEmpty())
      throw new Refused(SharedRefusal.MISSING, page.t("signatures.bring.file"));
    byte[] bytes;
    try (InputStream in = file.getInputStream()) {
      bytes = in.readNBytes(MOST_FILE);
    }
    book.bring(act, caller, proof(password, pin, again, request), bytes, filePassword);
    return done(page, "made");
  }

  @PostMapping("/token")
  @MayCall(CHAIR)
  String token(
      @RequestParam String password,
      @RequestParam String pin,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request) {
    book.useToken(act, caller, proof(password, pin, pin, request));
    return done(page, "made");
  }

  @PostMapping("/pin")
  @MayCall(CHAIR)
  String pin(
      @RequestParam("old-pin") String old,
      @RequestParam String password,
      @RequestParam String pin,
      @RequestParam("again-pin") String again,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request) {
    book.changePin(act, caller, old.strip(), proof(password, pin, again, request));
    return done(page, "pin-changed");
  }

  @PostMapping("/opening")
  @MayCall(CHAIR)
  String open(@RequestParam String pin, Act act, Caller caller, Page page) {
    var _ = keys.keepOpen(act, caller, pin.strip());
    return done(page, "opened");
  }

  @PostMapping("/closing")
  @MayCall(CHAIR)
  String close(Caller caller, Page page) {
    keys.close(caller);
    return done(page, "closed");
  }

  @PostMapping("/withdrawal")
  @MayCall(CHAIR)
  String withdraw(
      @RequestParam(defaultValue = "") String reason, Act act, Caller caller, Page page) {
    book.withdraw(act, caller, reason);
    return done(page, "withdrawn");
  }
}
