package karyalay.shared;

/// In what capacity a person works a post (OP-2, OP-3, OP-9, OP-123). Stored with every act.
public enum Capacity {
  /// The post's own holder.
  REGULAR,
  /// Holder of another post who looks after this one too.
  ADDITIONAL,
  /// Covers stated dates and signs in his own name, कृते.
  LINK,
  /// One of several who work a counter.
  MEMBER,
  /// No person: the program itself, as when a parked paper returns.
  SYSTEM
}
