package karyalay.documents;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The decoder's class path: our own classes and nine libraries, and nothing else of the program.
/// In the packaged program they lie inside its jar, where a plain `java` cannot see them, and are
/// laid out beside the data once for each start.
final class DecoderFiles {
  private static final String OWN = "karyalay/documents/decoder/Decoder.class";
  private static final List<String> LIBRARIES =
      List.of(
          "org/apache/pdfbox/pdmodel/PDDocument.class",
          "org/apache/pdfbox/io/RandomAccessRead.class",
          "org/apache/fontbox/ttf/TrueTypeFont.class",
          "org/apache/pdfbox/jbig2/JBIG2ImageReader.class",
          "org/apache/commons/logging/LogFactory.class",
          "jakarta/mail/Session.class",
          "org/eclipse/angus/mail/util/MailStreamProvider.class",
          "jakarta/activation/DataHandler.class",
          "org/eclipse/angus/activation/MailcapRegistryProviderImpl.class");

  private DecoderFiles() {}

  /// @param folder where to lay out what lies inside the program's jar
  static String classPath(Path folder) throws IOException {
    Set<Path> path = new LinkedHashSet<>();
    path.add(place(OWN, folder));
    for (String library : LIBRARIES) path.add(place(library, folder));
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path place(String resource, Path folder) throws IOException {
    URL url = DecoderFiles.class.getClassLoader().getResource(resource);
    if (url == null) throw new IllegalStateException("not on the class path: " + resource);
    return place(url.toString(), resource, folder);
  }

  /// Three shapes: `file:/classes/x`, `jar:file:/lib.jar!/x` of libraries and of the program laid
  /// out beside them, and of the packaged program `jar:nested:/app.jar/!BOOT-INF/lib/lib.jar!/x`.
  static Path place(String url, String resource, Path folder) throws IOException {
    String base = url.substring(0, url.length() - resource.length());
    if (base.startsWith("file:")) return Path.of(URI.create(base));
    String inner = base.substring("jar:".length(), base.length() - "!/".length());
    if (inner.startsWith("file:")) {
      Path jar = Path.of(URI.create(inner));
      // The jar of the program names all its libraries; decoders shall see nine.
      return resource.equals(OWN) ? layOutClasses(jar, "", folder.resolve("classes")) : jar;
    }
    String[] parts = inner.substring("nested:".length()).split("/!", 2);
    Path jar = Path.of(URI.create("file:" + parts[0]));
    return parts[1].endsWith(".jar")
        ? layOut(jar, parts[1], folder)
        : layOutClasses(jar, parts[1], folder.resolve("classes"));
  }

  private static Path layOut(Path jar, String entry, Path folder) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      Path target = folder.resolve(Path.of(entry).getFileName().toString());
      copy(zip, zip.getEntry(entry), target);
      return target;
    }
  }

  private static Path layOutClasses(Path jar, String prefix, Path folder) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(entry -> isOurs(entry, prefix)).toList())
        copy(zip, entry, folder.resolve(entry.getName().substring(prefix.length())).normalize());
    }
    return folder;
  }

  private static boolean isOurs(ZipEntry entry, String prefix) {
    String name = entry.getName();
    return !entry.isDirectory()
        && (name.startsWith(prefix + "karyalay/documents/decoder/")
            || name.startsWith(prefix + "fonts/"));
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    PrivateFiles.folder(PrivateFiles.of(target));
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
