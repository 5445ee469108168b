package karyalay.rendering;

/// How a paragraph is set; lengths in points.
///
/// @param indent of all its lines
/// @param first further indent of the first line
/// @param label stands before the first line within the indent: `1.` or `(क)`; blank for none
/// @param after space beneath
/// @param withNext whether it may not be the last of a page
public record Manner(
    Align align, double indent, double first, String label, double after, boolean withNext) {
  public static final Manner PLAIN = new Manner(Align.START, 0, 0, "", 6, false);
  public static final Manner JUSTIFIED = PLAIN.align(Align.JUSTIFIED);
  public static final Manner CENTRED = PLAIN.align(Align.CENTRE);
  public static final Manner END = PLAIN.align(Align.END);

  public Manner align(Align align) {
    return new Manner(align, indent, first, label, after, withNext);
  }

  /// The first line begins further in.
  public Manner first(double first) {
    return new Manner(align, indent, first, label, after, withNext);
  }

  /// Moves the lines in and hangs a label before the first.
  public Manner hung(String label, double indent) {
    return new Manner(align, indent, 0, label, after, withNext);
  }

  public Manner indent(double indent) {
    return new Manner(align, indent, first, label, after, withNext);
  }

  public Manner after(double after) {
    return new Manner(align, indent, first, label, after, withNext);
  }

  public Manner keep() {
    return new Manner(align, indent, first, label, after, true);
  }
}
