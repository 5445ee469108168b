package karyalay.documents.decoder;

/// Four corners, in order along the edge: top left, top right, bottom right, bottom left.
record Quad(double[] x, double[] y) {
  private static final double A4 = Math.sqrt(2);

  /// So far a sheet may be from A4's shape and still be taken for it.
  private static final double NEARLY = 0.06;

  Quad scaled(double by) {
    double[] across = new double[4];
    double[] down = new double[4];
    for (int i = 0; i < 4; i++) {
      across[i] = x[i] * by;
      down[i] = y[i] * by;
    }
    return new Quad(across, down);
  }

  double area() {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      sum += x[i] * y[next] - x[next] * y[i];
    }
    return Math.abs(sum) / 2;
  }

  double side(int i) {
    int next = (i + 1) % 4;
    return Math.hypot(x[next] - x[i], y[next] - y[i]);
  }

  double width() {
    return (side(0) + side(2)) / 2;
  }

  double height() {
    return (side(1) + side(3)) / 2;
  }

  /// Height by width, set to A4's where it is near: a tilted view shortens one of them.
  double shape() {
    double shape = height() / width();
    if (Math.abs(shape / A4 - 1) < NEARLY) return A4;
    if (Math.abs(shape * A4 - 1) < NEARLY) return 1 / A4;
    return shape;
  }

  /// That it may be a sheet seen from above: no corner is sharper than 55 degrees, no side much
  /// shorter than its opposite.
  boolean plausible() {
    for (int i = 0; i < 4; i++) {
      int before = (i + 3) % 4;
      double cross =
          (x[i] - x[before]) * (y[(i + 1) % 4] - y[i])
              - (y[i] - y[before]) * (x[(i + 1) % 4] - x[i]);
      double sine = cross / (side(before) * side(i));
      if (!(sine > Math.sin(Math.toRadians(55)))) return false;
    }
    return alike(side(0), side(2)) && alike(side(1), side(3));
  }

  private static boolean alike(double one, double other) {
    return Math.min(one, other) > 0.5 * Math.max(one, other);
  }

  /// Corners in their order, the one nearest to the top left first.
  static Quad ordered(double[] x, double[] y) {
    double twice = 0;
    for (int i = 0; i < 4; i++) twice += x[i] * y[(i + 1) % 4] - x[(i + 1) % 4] * y[i];
    int step = twice > 0 ? 1 : 3;
    int first = 0;
    for (int i = 1; i < 4; i++) if (x[i] + y[i] < x[first] + y[first]) first = i;
    double[] across = new double[4];
    double[] down = new double[4];
    for (int i = 0; i < 4; i++) {
      across[i] = x[(first + i * step) % 4];
      down[i] = y[(first + i * step) % 4];
    }
    return new Quad(across, down);
  }
}
