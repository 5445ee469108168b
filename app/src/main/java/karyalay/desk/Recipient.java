package karyalay.desk;

import karyalay.shared.OfficeId;
import karyalay.shared.PostId;

/// A live post about to receive a paper.
///
/// @param deciding whether its holder counts as a hand (OP-93 as amended: officers who decide, not
///   counters and dealing hands)
record Recipient(PostId post, OfficeId office, boolean deciding, boolean barred) {}
