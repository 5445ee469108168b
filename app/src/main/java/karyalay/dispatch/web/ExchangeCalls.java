package karyalay.dispatch.web;

import static karyalay.web.MayCall.Who.ANYONE;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.UUID;
import karyalay.dispatch.Exchange;
import karyalay.shared.Language;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What another instance calls. It shows who it is by its signature, not by a session.
@RestController
class ExchangeCalls {
  private final Exchange exchange;
  private final Words words;

  ExchangeCalls(Exchange exchange, Words words) {
    this.exchange = exchange;
    this.words = words;
  }

  /// Receives a package once; the same package again is answered with the same receipt.
  @PostMapping(path = "/exchange/packages/{id}", consumes = "application/vnd.karyalay.package")
  @MayCall(ANYONE)
  ResponseEntity<?> receive(@PathVariable UUID id, InputStream body) throws IOException {
    try {
      var answer = exchange.receive(id, body);
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .header("Karyalay-Signature", Base64.getEncoder().encodeToString(answer.signature()))
          .body(answer.receipt());
    } catch (Refused refused) {
      return problem(refused);
    }
  }

  /// In both languages: who reads it is not here to choose.
  private ResponseEntity<ProblemDetail> problem(Refused refused) {
    String key = refused.reason().key();
    Object[] arguments = refused.arguments().toArray();
    String sentence =
        words.say(Language.HI, key, arguments) + " / " + words.say(Language.EN, key, arguments);
    var status = HttpStatus.valueOf(refused.reason().status());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(status, sentence));
  }
}
