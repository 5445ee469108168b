package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import karyalay.scanning.Handset;
import karyalay.scanning.Handset.Key;
import karyalay.scanning.Handset.Photo;
import karyalay.shared.Refused;
import karyalay.web.Arguments;
import karyalay.web.MayCall;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What the camera page of a telephone calls. Nobody is signed in there: the secret of the QR opens
/// these routes and nothing else. It comes in a header, since addresses are written down on the
/// way.
@RestController
class PhoneCamera {
  private static final String SECRET = "Scan-Secret";
  private static final String PHONE = "Scan-Phone";

  private final Handset handset;
  private final Words words;

  PhoneCamera(Handset handset, Words words) {
    this.handset = handset;
    this.words = words;
  }

  /// @param serial from 1, as the computer counts it
  record Taken(UUID page, int serial) {}

  /// @param code `module.NAME`, by which the page's script tells what to offer
  record No(String code, String sentence) {}

  @PostMapping("/scan/opening")
  @MayCall(ANYONE)
  Handset.Shown open(
      @RequestHeader(name = SECRET, defaultValue = "") String secret,
      @RequestHeader(name = PHONE, defaultValue = "") String phone,
      HttpServletRequest request) {
    return handset.open(key(secret, phone, request));
  }

  /// One page as the request's body.
  ///
  /// @param page the telephone's own name for it: sent again, it does nothing
  /// @param straight `yes` when the telephone has made it straight, grey and small
  /// @param again `yes` to have it taken though it looks like one that is here
  /// @param instead the page whose place it takes
  @PostMapping("/scan/pages/{page}")
  @MayCall(ANYONE)
  Taken take(
      @PathVariable UUID page,
      @RequestHeader(name = SECRET, defaultValue = "") String secret,
      @RequestHeader(name = PHONE, defaultValue = "") String phone,
      @RequestHeader(name = "Scan-Straight", defaultValue = "") String straight,
      @RequestHeader(name = "Scan-Again", defaultValue = "") String again,
      @RequestHeader(name = "Scan-Instead", required = false) @Nullable UUID instead,
      HttpServletRequest request)
      throws IOException {
    var photo =
        new Photo(
            request.getInputStream(),
            request.getContentLengthLong(),
            straight.equals("yes"),
            again.equals("yes"),
            instead);
    return new Taken(page, handset.take(key(secret, phone, request), page, photo));
  }

  @PostMapping("/scan/pages/{page}/removal")
  @MayCall(ANYONE)
  ResponseEntity<Void> remove(
      @PathVariable UUID page,
      @RequestHeader(name = SECRET, defaultValue = "") String secret,
      @RequestHeader(name = PHONE, defaultValue = "") String phone,
      HttpServletRequest request) {
    handset.remove(key(secret, phone, request), page);
    return ResponseEntity.noContent().build();
  }

  /// Refusals as the script reads them, in the language chosen on the telephone. What is left of a
  /// refused body is not waited for.
  @ExceptionHandler
  ResponseEntity<No> refused(Refused refused, HttpServletRequest request) {
    Refused.Reason reason = refused.reason();
    String sentence =
        words.say(Arguments.chosen(request), reason.key(), refused.arguments().toArray());
    return ResponseEntity.status(reason.status())
        .header("Connection", "close")
        .body(new No(reason.module() + "." + reason.name(), sentence));
  }

  /// TLS may stand in front of the program on this machine, and says whom it speaks for; from
  /// anywhere else that header is anybody's word.
  private static Key key(String secret, String phone, HttpServletRequest request) {
    String near = request.getRemoteAddr();
    String said = request.getHeader("X-Forwarded-For");
    boolean ours = near.equals("127.0.0.1") || near.equals("0:0:0:0:0:0:0:1");
    String last = Objects.requireNonNullElse(said, "").replaceAll(".*,", "").strip();
    return new Key(secret, phone, ours && !last.isEmpty() && last.length() <= 64 ? last : near);
  }
}
