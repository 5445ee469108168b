package karyalay.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.shared.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Addresses of static files. The hash in the address changes with the bytes, so that browsers keep
/// a file until it changes and no longer.
@Component
public class Assets {
  private final Map<String, String> paths = new ConcurrentHashMap<>();

  public String path(String name) {
    return paths.computeIfAbsent(name, Assets::hashed);
  }

  private static String hashed(String name) {
    try (InputStream in = new ClassPathResource("static/" + name).getInputStream()) {
      byte[] hash = Sha256.of(in.readAllBytes());
      return "/static/" + name + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (IOException e) {
      throw new IllegalStateException("no such static file: " + name, e);
    }
  }
}
