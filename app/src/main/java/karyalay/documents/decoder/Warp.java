package karyalay.documents.decoder;

/// Draws a picture anew, looked at another way.
final class Warp {
  private Warp() {}

  /// The sheet within the corners, seen from above, with about so many points at most.
  ///
  /// @param rim part of each side that is left away
  static Grey straightened(Grey image, Quad quad, int most, double rim) {
    double area = Math.min(quad.area(), most);
    int width = Math.max(8, (int) Math.round(Math.sqrt(area / quad.shape())));
    int height = Math.max(8, (int) Math.round(width * quad.shape()));
    double ratio = Math.sqrt(quad.area() / ((double) width * height));
    if (ratio >= 1.9) return straightened(image.half(), quad.scaled(0.5), most, rim);
    int across = (int) Math.round(width * rim);
    int down = (int) Math.round(height * rim);
    double[] map = begun(homography(quad, width, height), across, down);
    return drawn(image, map, width - 2 * across, height - 2 * down);
  }

  /// The same map for a sheet that begins so far inside.
  private static double[] begun(double[] map, int across, int down) {
    double scale = 1 + map[6] * across + map[7] * down;
    double[] begun = map.clone();
    begun[2] += map[0] * across + map[1] * down;
    begun[5] += map[3] * across + map[4] * down;
    for (int i = 0; i < begun.length; i++) begun[i] /= scale;
    return begun;
  }

  /// From points of the sheet to points of the picture: the projective map of the unit square
  /// (Heckbert 1989), with sides counted in points.
  private static double[] homography(Quad quad, int width, int height) {
    double[] x = quad.x();
    double[] y = quad.y();
    double dx1 = x[1] - x[2];
    double dx2 = x[3] - x[2];
    double dx3 = x[0] - x[1] + x[2] - x[3];
    double dy1 = y[1] - y[2];
    double dy2 = y[3] - y[2];
    double dy3 = y[0] - y[1] + y[2] - y[3];
    double turn = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / turn;
    double h = (dx1 * dy3 - dx3 * dy1) / turn;
    return new double[] {
      (x[1] - x[0] + g * x[1]) / width,
      (x[3] - x[0] + h * x[3]) / height,
      x[0],
      (y[1] - y[0] + g * y[1]) / width,
      (y[3] - y[0] + h * y[3]) / height,
      y[0],
      g / width,
      h / height
    };
  }

  /// Turned back by so many degrees, on a sheet large enough for all of it.
  static Grey levelled(Grey image, double degrees) {
    double sine = Math.sin(Math.toRadians(degrees));
    double cosine = Math.cos(Math.toRadians(degrees));
    double across = image.width() * cosine + image.height() * Math.abs(sine);
    double down = image.height() * cosine + image.width() * Math.abs(sine);
    int width = (int) Math.round(across);
    int height = (int) Math.round(down);
    double middleX = image.width() / 2.0;
    double middleY = image.height() / 2.0;
    double[] map = {
      cosine,
      -sine,
      middleX - cosine * across / 2 + sine * down / 2,
      sine,
      cosine,
      middleY - sine * across / 2 - cosine * down / 2,
      0,
      0
    };
    return drawn(image, map, width, height);
  }

  private static Grey drawn(Grey image, double[] map, int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int row = 0; row < height; row++) {
      double v = row + 0.5;
      for (int column = 0; column < width; column++) {
        double u = column + 0.5;
        double w = map[6] * u + map[7] * v + 1;
        double x = (map[0] * u + map[1] * v + map[2]) / w;
        double y = (map[3] * u + map[4] * v + map[5]) / w;
        pixels[row * width + column] = (byte) image.at(x - 0.5, y - 0.5);
      }
    }
    return new Grey(width, height, pixels);
  }
}
