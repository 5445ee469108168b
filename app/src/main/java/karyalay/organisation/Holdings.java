package karyalay.organisation;

import karyalay.shared.PostId;

/// Counts, inside the act, the papers that still lie with a post: one that holds papers is not
/// abolished. Implemented above, by whoever keeps them.
public interface Holdings {
  /// Papers with the post that are not closed: on its desk, parked, or on their way to it. None
  /// comes to it from now to the end of the act.
  int papersWith(PostId post);
}
