package karyalay.rendering;

/// How the lines of a paragraph stand.
public enum Align {
  START,
  CENTRE,
  END,
  JUSTIFIED
}
