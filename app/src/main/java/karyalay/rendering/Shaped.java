package karyalay.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Text of one face, shaped.
///
/// @param advances how far after each cluster the next one stands, in font units, kerned
record Shaped(Face face, List<Cluster> clusters, int[] advances) {

  /// In units of the letters' size.
  double width() {
    return (double) Arrays.stream(advances).sum() / face.unitsPerEm();
  }

  double width(int cluster) {
    return (double) advances[cluster] / face.unitsPerEm();
  }

  Shaped part(int from, int to) {
    return new Shaped(face, clusters.subList(from, to), Arrays.copyOfRange(advances, from, to));
  }

  /// The same, saying a blank at its end.
  Shaped spaced() {
    List<Cluster> spaced = new ArrayList<>(clusters);
    spaced.set(spaced.size() - 1, face.spaced(spaced.getLast()));
    return new Shaped(face, spaced, advances);
  }

  String text() {
    var text = new StringBuilder();
    clusters.forEach(cluster -> text.append(cluster.text()));
    return text.toString();
  }
}
