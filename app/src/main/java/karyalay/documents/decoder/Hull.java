package karyalay.documents.decoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The convex outline of points, and the four lines that hold it most closely.
final class Hull {
  private Hull() {}

  /// Andrew's monotone chain.
  ///
  /// @return corners in order, without those on a straight side
  static List<double[]> of(List<double[]> points) {
    List<double[]> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
    List<double[]> hull = new ArrayList<>(half(sorted));
    hull.addAll(half(sorted.reversed()));
    return hull;
  }

  private static List<double[]> half(List<double[]> points) {
    List<double[]> chain = new ArrayList<>();
    for (double[] point : points) {
      while (chain.size() > 1 && cross(chain.get(chain.size() - 2), chain.getLast(), point) <= 0)
        chain.removeLast();
      chain.add(point);
    }
    if (!chain.isEmpty()) chain.removeLast();
    return chain;
  }

  private static double cross(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  static double area(List<double[]> corners) {
    double sum = 0;
    for (int i = 0; i < corners.size(); i++) {
      double[] a = corners.get(i);
      double[] b = corners.get((i + 1) % corners.size());
      sum += a[0] * b[1] - b[0] * a[1];
    }
    return Math.abs(sum) / 2;
  }

  /// Takes sides away, each time the one whose neighbours, drawn on until they meet, add the least,
  /// until four are left.
  static @Nullable Quad quad(List<double[]> hull) {
    List<double[]> corners = new ArrayList<>(hull);
    while (corners.size() > 4) {
      int best = -1;
      double least = Double.MAX_VALUE;
      double[] meeting = {};
      for (int i = 0; i < corners.size(); i++) {
        double[] met = meeting(corners, i);
        if (met.length == 0) continue;
        double more = area(List.of(corners.get(i), met, corners.get((i + 1) % corners.size())));
        if (more < least) {
          least = more;
          best = i;
          meeting = met;
        }
      }
      if (best < 0) return null;
      corners.set(best, meeting);
      corners.remove((best + 1) % corners.size());
    }
    if (corners.size() < 4) return null;
    double[] x = corners.stream().mapToDouble(c -> c[0]).toArray();
    double[] y = corners.stream().mapToDouble(c -> c[1]).toArray();
    return Quad.ordered(x, y);
  }

  /// Where the sides before and behind side `i` meet beyond it; empty when they do not.
  private static double[] meeting(List<double[]> corners, int i) {
    int size = corners.size();
    double[] a = corners.get((i + size - 1) % size);
    double[] b = corners.get(i);
    double[] c = corners.get((i + 1) % size);
    double[] d = corners.get((i + 2) % size);
    double abX = b[0] - a[0];
    double abY = b[1] - a[1];
    double dcX = c[0] - d[0];
    double dcY = c[1] - d[1];
    double turn = abX * dcY - abY * dcX;
    if (Math.abs(turn) < 1e-9) return new double[0];
    double along = ((d[0] - a[0]) * dcY - (d[1] - a[1]) * dcX) / turn;
    return along < 1 ? new double[0] : new double[] {a[0] + along * abX, a[1] + along * abY};
  }
}
