package karyalay.rendering;

/// A page and the size of its letters; all in points (1/72 inch).
///
/// @param height 0 for a roll, which is as long as what is printed on it
/// @param margin on all four sides; furniture stands within the upper and lower one
/// @param letters size of the ordinary text
public record PageFormat(double width, double height, double margin, double letters) {
  public static final PageFormat A4 = new PageFormat(595.276, 841.89, 62, 11.5);
  public static final PageFormat A4_ACROSS = new PageFormat(841.89, 595.276, 42, 9);
  public static final PageFormat A5 = new PageFormat(419.528, 595.276, 40, 10);
  public static final PageFormat ROLL_80 = new PageFormat(226.772, 0, 11, 8.5);
  public static final PageFormat ROLL_58 = new PageFormat(164.409, 0, 6, 8);

  /// Whether this is a paper roll of a slip printer, one page without end.
  public boolean roll() {
    return height == 0;
  }
}
