package karyalay.documents.decoder;

/// How a page shall be looked at that is cleaned.
public enum Look {
  /// A photo: the sheet is looked for on its ground and seen from above.
  PHOTO,
  /// A scan, or a photo made straight already: lines of writing are levelled.
  SCAN,
  /// Only turned and made small.
  AS_IT_IS
}
