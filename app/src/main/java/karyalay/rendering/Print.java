package karyalay.rendering;

import karyalay.shared.Language;

/// What is to be printed. The same print gives the same bytes.
///
/// @param title of the document, as a reader's window shows it
/// @param language the main language of the text
/// @param blocks asked for once, one after another, so that a long print need not lie in memory;
///   what its iterator throws reaches the caller of {@link Rendering#write}
public record Print(
    String title,
    Language language,
    PageFormat format,
    Furniture furniture,
    Iterable<? extends Block> blocks) {}
