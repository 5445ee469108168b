package karyalay.access;

import java.util.List;
import karyalay.shared.PersonId;
import karyalay.web.RefusalView;

/// Keeps for its owner what he had typed when another took over the machine (OP-125). Implemented
/// above.
public interface FormKeeper {
  /// @param action where the form was going, inside the program
  /// @param fields as he typed them, without passwords and PINs
  void keep(PersonId owner, String action, List<RefusalView.Kept> fields);
}
