package karyalay.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karyalay.shared.Caller;
import org.springframework.web.multipart.MultipartFile;

/// The files of a multipart form, for browsers without script and for calls of other systems.
public final class FormFiles {
  private FormFiles() {}

  /// Receives each; a file field left empty is no file. The first refusal ends it: what was
  /// received before is named by nobody and seen by nobody else.
  public static List<Upload> receive(
      Attachments attachments, List<MultipartFile> files, Caller caller) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    for (MultipartFile file : files) {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      if (name.isBlank() && file.isEmpty()) continue;
      try (InputStream in = file.getInputStream()) {
        uploads.add(attachments.receive(caller.person(), in, name));
      }
    }
    return uploads;
  }
}
