package karyalay.signatures.web;

import static karyalay.web.MayCall.Who.ADMIN;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PersonId;
import karyalay.signatures.KeyBook;
import karyalay.signatures.KeyCard;
import karyalay.signatures.KeyEnd;
import karyalay.signatures.KeySource;
import karyalay.signatures.SignatureKind;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing keys for other systems. Keys are made by the officer himself, at his desk, with his
/// password: there is no call for that.
@RestController
class SigningKeyApi {
  private final KeyBook book;

  SigningKeyApi(KeyBook book) {
    this.book = book;
  }

  record KeyJson(
      UUID id,
      KeySource source,
      SignatureKind kind,
      String serial,
      String holder,
      String holderPost,
      String issuer,
      Instant madeAt,
      Instant validTo,
      boolean locked,
      @Nullable Instant endedAt,
      @Nullable KeyEnd how,
      String reason) {
    static KeyJson of(KeyCard card) {
      return new KeyJson(
          card.id(),
          card.source(),
          card.kind(),
          card.serial(),
          card.holder(),
          card.holderPost(),
          card.issuer(),
          card.madeAt(),
          card.validTo(),
          card.locked(),
          card.endedAt(),
          card.how(),
          card.reason());
    }
  }

  record WithdrawalJson(@Nullable String reason) {
    String words() {
      return reason == null ? "" : reason;
    }
  }

  /// One's own keys, the newest first.
  @GetMapping("/api/v1/signing-keys")
  @MayCall(CHAIR)
  List<KeyJson> keys(Caller caller) {
    return book.of(caller.person()).stream().map(KeyJson::of).toList();
  }

  @PostMapping("/api/v1/signing-keys/withdrawal")
  @MayCall(CHAIR)
  List<KeyJson> withdraw(@RequestBody WithdrawalJson body, Act act, Caller caller) {
    book.withdraw(act, caller, body.words());
    return keys(caller);
  }

  @PostMapping("/api/v1/people/{person}/signing-key/withdrawal")
  @MayCall(ADMIN)
  List<KeyJson> withdrawOf(
      @PathVariable PersonId person, @RequestBody WithdrawalJson body, Act act, Caller caller) {
    book.withdrawOf(act, caller, person, body.words());
    return book.of(person).stream().map(KeyJson::of).toList();
  }
}
