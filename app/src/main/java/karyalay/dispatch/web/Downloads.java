package karyalay.dispatch.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import karyalay.documents.Original;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers that a browser keeps as a file; nothing that came from elsewhere is shown inline.
final class Downloads {
  private Downloads() {}

  static ResponseEntity<InputStreamResource> document(Original original, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(original.stored().bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .cacheControl(CacheControl.noStore())
        .body(new InputStreamResource(original.content()));
  }

  /// @param rows each a list of cells
  static ResponseEntity<byte[]> sheet(List<List<String>> rows, String name) {
    String text =
        rows.stream()
            .map(row -> row.stream().map(Downloads::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  /// A cell that no spreadsheet takes for a formula.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
