package karyalay.shared;

/// Who acts: the person, the post, and in what capacity. Every act stores all three (OP-2).
public record Actor(PersonId person, PostId post, Capacity capacity) {
  private static final PostId NONE = new PostId(new java.util.UUID(0, 0));

  /// The program itself, where nobody has proved who he is: a wrong PIN, a worker's doing.
  public static final Actor PROGRAM =
      new Actor(new PersonId(new java.util.UUID(0, 0)), NONE, Capacity.SYSTEM);

  /// A person as himself, on no post: signing in and out, his own password.
  public static Actor alone(PersonId person) {
    return new Actor(person, NONE, Capacity.SYSTEM);
  }
}
