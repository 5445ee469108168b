package karyalay.desk.web;

import java.util.List;
import karyalay.desk.Reading;
import karyalay.shared.Caller;
import karyalay.web.Page;

/// What was prepared on a paper for its holder, for the page of that paper (OP-124). Implemented
/// above; asked only where {@link Reading.Card#prepared} says that there is something.
public interface PreparedSource {
  /// One thing prepared, in words.
  ///
  /// @param by «तैयार: नाम, पद, समय»
  /// @param body its paragraphs, shortened
  /// @param next to whom it is to go, for what and by when; may be empty
  /// @param state what it waits for, or why it is held back
  /// @param path where it is approved, edited, returned or withdrawn
  /// @param open the word of the link there
  record Prepared(
      String by, List<String> body, String next, String state, String path, String open) {}

  /// What the reader prepared or is to approve; to others it is not there.
  List<Prepared> on(Page page, Reading.Card card, Caller caller);

  /// Where the reader begins to prepare something on a paper that lies with another post.
  String path(Reading.Card card);
}
