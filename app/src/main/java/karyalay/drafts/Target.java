package karyalay.drafts;

import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;

/// Who is written to.
public sealed interface Target {
  /// A post of the district.
  record Post(PostId post) implements Target {}

  /// An office, ours or one that only writes and is written to; opened there by its head.
  record Office(OfficeId office) implements Target {}

  /// Many at once, as समस्त थाना प्रभारी: a code of the master `ADDRESSEE_GROUP`. Who they are is
  /// written down when the letter is signed.
  record Group(String code) implements Target {}

  /// Somebody outside, from the office's address book.
  record Outside(UUID contact) implements Target {}
}
