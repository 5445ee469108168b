package karyalay.files;

import karyalay.shared.ContentId;

/// Tells what of a letter was typed or read beyond its title, so that a note that repeats it can be
/// warned about (OP-59). The modules that own letters implement it; it is asked inside the act that
/// puts the letter into a file.
public interface LetterWords {
  /// The words; empty when the letter is another module's or nothing was typed.
  String of(ContentId letter);
}
