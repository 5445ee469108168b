package karyalay.documents.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds a bright sheet on a darker ground.
final class Outline {
  private static final int COARSE = 400;
  private static final int FINE = 1700;
  private static final int CONTRAST = 45;
  private static final double LEAST = 0.2;
  private static final double MOST = 0.97;
  private static final double FILLED = 0.93;
  private static final int SAMPLES = 80;

  private Outline() {}

  /// Its corners; null where no such sheet stands out, as on the flat bed of a scanner.
  static @Nullable Quad find(Grey image) {
    Grey small = image.within(COARSE);
    double[] parting = small.parting();
    if (parting[2] - parting[1] < CONTRAST) return null;
    int[] sheet = brightest(small, (int) parting[0]);
    double whole = (double) small.width() * small.height();
    if (sheet.length < LEAST * whole || sheet.length > MOST * whole) return null;
    List<double[]> hull = Hull.of(rims(sheet, small.width()));
    Quad rough = Hull.quad(hull);
    if (rough == null || !rough.plausible()) return null;
    double held = Hull.area(hull);
    if (held < FILLED * rough.area() || sheet.length < 0.6 * held) return null;
    if (held > MOST * whole) return null;
    double scale = (double) image.width() / small.width();
    return refined(image, rough.scaled(scale));
  }

  /// The points of the largest bright patch, sorted.
  private static int[] brightest(Grey image, int threshold) {
    int size = image.width() * image.height();
    int[] patch = new int[size];
    int[] queue = new int[size];
    int[] largest = new int[0];
    for (int start = 0; start < size; start++) {
      if (patch[start] != 0 || (image.pixels()[start] & 0xff) < threshold) continue;
      int found = flood(image, threshold, start, patch, queue);
      if (found > largest.length) largest = Arrays.copyOf(queue, found);
    }
    Arrays.sort(largest);
    return largest;
  }

  private static int flood(Grey image, int threshold, int start, int[] patch, int[] queue) {
    int width = image.width();
    int end = 0;
    patch[start] = 1;
    queue[end++] = start;
    for (int at = 0; at < end; at++) {
      int point = queue[at];
      int x = point % width;
      int[] beside = {
        x > 0 ? point - 1 : -1, x < width - 1 ? point + 1 : -1, point - width, point + width
      };
      for (int next : beside) {
        if (next < 0 || next >= patch.length || patch[next] != 0) continue;
        if ((image.pixels()[next] & 0xff) < threshold) continue;
        patch[next] = 1;
        queue[end++] = next;
      }
    }
    return end;
  }

  /// The first and last point of each row: enough for the convex outline.
  private static List<double[]> rims(int[] sorted, int width) {
    List<double[]> rims = new ArrayList<>();
    for (int i = 0; i < sorted.length; i++) {
      int row = sorted[i] / width;
      boolean first = i == 0 || sorted[i - 1] / width != row;
      boolean last = i == sorted.length - 1 || sorted[i + 1] / width != row;
      double x = sorted[i] % width;
      if (first) rims.add(new double[] {x, row});
      if (last) rims.add(new double[] {x + 1, row});
      if (first) rims.add(new double[] {x, row + 1.0});
      if (last) rims.add(new double[] {x + 1, row + 1.0});
    }
    return rims;
  }

  /// Each side is drawn anew where brightness falls most, looked for near the rough one.
  private static Quad refined(Grey image, Quad rough) {
    Grey fine = image.within(FINE);
    double scale = (double) fine.width() / image.width();
    Quad near = rough.scaled(scale);
    double[][] lines = new double[4][];
    for (int i = 0; i < 4; i++) lines[i] = side(fine, near, i);
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      double[] met = meet(lines[(i + 3) % 4], lines[i]);
      x[i] = met[0];
      y[i] = met[1];
    }
    Quad quad = new Quad(x, y).scaled(1 / scale);
    for (int i = 0; i < 4; i++)
      if (!(Math.hypot(quad.x()[i] - rough.x()[i], quad.y()[i] - rough.y()[i])
          < 0.05 * Math.max(image.width(), image.height()))) return rough;
    return quad;
  }

  /// A side as a point and a direction.
  private static double[] side(Grey image, Quad quad, int i) {
    int next = (i + 1) % 4;
    double x = quad.x()[i];
    double y = quad.y()[i];
    double length = quad.side(i);
    double alongX = (quad.x()[next] - x) / length;
    double alongY = (quad.y()[next] - y) / length;
    double reach = 0.02 * Math.max(image.width(), image.height());
    List<double[]> points = new ArrayList<>();
    for (int n = 0; n < SAMPLES; n++) {
      double at = length * (0.08 + 0.84 * n / (SAMPLES - 1));
      double[] fall = fall(image, x + at * alongX, y + at * alongY, alongY, -alongX, reach);
      if (fall.length > 0) points.add(fall);
    }
    double[] rough = {x, y, alongX, alongY};
    return points.size() < SAMPLES / 3 ? rough : straight(points, rough);
  }

  /// Where brightness falls most, going outwards; empty when it hardly does.
  private static double[] fall(
      Grey image, double x, double y, double outX, double outY, double reach) {
    double most = 0;
    double best = 0;
    for (double d = -reach; d <= reach; d += 0.5) {
      double in = 0;
      double out = 0;
      for (int k = 1; k <= 3; k++) {
        in += value(image, x + (d - k) * outX, y + (d - k) * outY);
        out += value(image, x + (d + k) * outX, y + (d + k) * outY);
      }
      if (in - out > most) {
        most = in - out;
        best = d;
      }
    }
    return most < 3 * 15 ? new double[0] : new double[] {x + best * outX, y + best * outY};
  }

  /// Beyond the picture it is as dark as its ground.
  private static int value(Grey image, double x, double y) {
    if (x < 0 || y < 0 || x > image.width() - 1 || y > image.height() - 1) return 0;
    return image.at(x, y);
  }

  /// The line through most points: drawn three times, each time without those that lie far off.
  private static double[] straight(List<double[]> points, double[] rough) {
    double[] line = rough;
    List<double[]> kept = points;
    for (int round = 0; round < 3; round++) {
      line = fitted(kept, rough);
      double[] now = line;
      double[] off = points.stream().mapToDouble(p -> off(p, now)).sorted().toArray();
      double limit = Math.max(1, 2.5 * off[off.length / 2]);
      kept = points.stream().filter(p -> off(p, now) <= limit).toList();
    }
    return line;
  }

  private static double off(double[] point, double[] line) {
    return Math.abs((point[0] - line[0]) * line[3] - (point[1] - line[1]) * line[2]);
  }

  /// Total least squares.
  private static double[] fitted(List<double[]> points, double[] rough) {
    double x = points.stream().mapToDouble(p -> p[0]).average().orElse(rough[0]);
    double y = points.stream().mapToDouble(p -> p[1]).average().orElse(rough[1]);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (double[] p : points) {
      xx += (p[0] - x) * (p[0] - x);
      xy += (p[0] - x) * (p[1] - y);
      yy += (p[1] - y) * (p[1] - y);
    }
    double angle = Math.atan2(2 * xy, xx - yy) / 2;
    return new double[] {x, y, Math.cos(angle), Math.sin(angle)};
  }

  private static double[] meet(double[] one, double[] other) {
    double turn = one[2] * other[3] - one[3] * other[2];
    double along = ((other[0] - one[0]) * other[3] - (other[1] - one[1]) * other[2]) / turn;
    return new double[] {one[0] + along * one[2], one[1] + along * one[3]};
  }
}
