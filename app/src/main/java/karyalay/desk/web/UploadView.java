package karyalay.desk.web;

import java.util.List;
import karyalay.desk.Upload;
import karyalay.web.Page;

/// What was just uploaded, as lines for the list in the form.
public record UploadView(Page page, List<Upload> uploads) {
  public UploadView {
    uploads = List.copyOf(uploads);
  }
}
