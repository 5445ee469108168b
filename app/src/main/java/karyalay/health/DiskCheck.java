package karyalay.health;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import karyalay.shared.HealthCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Room where papers and database lie.
@Component
class DiskCheck implements HealthCheck {
  private static final long MEGABYTE = 1024L * 1024;

  /// Below this PostgreSQL's own files may find no room; at about 0.2 MB a page it is 2,500 pages.
  private static final long LEAST = 500 * MEGABYTE;

  private static final long LOW = 10 * 1024 * MEGABYTE;

  private final Path data;

  DiskCheck(@Value("${karyalay.data}") Path data) {
    this.data = data;
  }

  @Override
  public String name() {
    return "health.disk";
  }

  @Override
  public boolean vital() {
    return true;
  }

  @Override
  public Finding look() {
    try {
      FileStore store = Files.getFileStore(data);
      return judge(store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException e) {
      return broken("health.disk.unreadable", data.toString());
    }
  }

  /// @param free bytes that may still be written
  static Finding judge(long free, long whole) {
    String words = gigabytes(free);
    if (free < LEAST) return broken("health.disk.full", words);
    boolean low = free < LOW || free < whole / 20;
    return low ? warning("health.disk.low", words) : ok("health.disk.ok", words);
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / (1024.0 * MEGABYTE));
  }
}
