package karyalay.organisation;

import java.util.UUID;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;

/// Who acts when nobody does: at the first start, before there are people.
final class TheProgram {
  private static final UUID NOBODY = new UUID(0, 0);

  static final Actor ACTOR = new Actor(new PersonId(NOBODY), new PostId(NOBODY), Capacity.SYSTEM);

  private TheProgram() {}
}
