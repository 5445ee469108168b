package karyalay.desk;

import java.time.LocalDate;
import java.util.Optional;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;

/// Where a paper is. It is in exactly one place, and the place decides what may happen next.
public sealed interface Place {
  record OnDesk(PostId post) implements Place {}

  /// Physical and on its way: the addressee must receive it before any other act (OP-21).
  record InTransit(PostId post) implements Place {}

  record Parked(PostId post, LocalDate until) implements Place {}

  record Closed(PostId post) implements Place {}

  /// In another paper; it has no holder of its own.
  record Inside(PaperId parent) implements Place {}

  /// The post that holds it; empty inside another paper.
  default Optional<PostId> holder() {
    return switch (this) {
      case OnDesk(var post) -> Optional.of(post);
      case InTransit(var post) -> Optional.of(post);
      case Parked(var post, var _) -> Optional.of(post);
      case Closed(var post) -> Optional.of(post);
      case Inside _ -> Optional.empty();
    };
  }

  default boolean heldBy(PostId post) {
    return holder().filter(post::equals).isPresent();
  }

  /// As stored.
  default String code() {
    return switch (this) {
      case OnDesk _ -> "DESK";
      case InTransit _ -> "TRANSIT";
      case Parked _ -> "PARKED";
      case Closed _ -> "CLOSED";
      case Inside _ -> "INSIDE";
    };
  }
}
