package karyalay.drafts;

import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writing a letter (OP-66, OP-67).
@Service
@Transactional
public class Drafting {

  /// Begins a letter on a file or receipt that lies on the actor's desk, and bars its closing until
  /// the letter is dispatched or cancelled (OP-44).
  ///
  /// @throws Refused `NOT_WITH_YOU`, `PARKED`, `CLOSED`, `FORM_RECEIVED_ONLY`, `TEMPLATE_UNKNOWN`,
  ///   `NO_SIGNATORY`, `ADDRESSEE_UNKNOWN`
  public LetterId begin(Act act, PaperId paper, NewLetter letter) {
    throw new UnsupportedOperationException("on its way");
  }
}
