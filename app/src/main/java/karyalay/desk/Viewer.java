package karyalay.desk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import karyalay.shared.PaperId;
import karyalay.web.Page;

/// What the viewer beside notes and forms shows: `@template.desk.viewer(viewer = …)`.
///
/// @param self address of the page it stands on, with its query but without chair and page number;
///   a link to page n is `self` with `page=n`
/// @param base address below which pages, thumbnails and originals lie
/// @param pages how many there are; 0 shows a sentence
/// @param current the page to open at
/// @param documents whose originals can be downloaded
public record Viewer(
    Page page, String self, String base, int pages, int current, List<Attachment> documents) {
  private static final int NEIGHBOURS = 4;

  public Viewer {
    current = Math.clamp(current, 1, Math.max(1, pages));
    documents = List.copyOf(documents);
  }

  /// The documents of a paper that the reader has opened.
  ///
  /// @param documents what {@link Attachments#of} says of its content
  public static Viewer of(
      Page page, String self, PaperId paper, List<Attachment> documents, int current) {
    int pages = documents.isEmpty() ? 0 : documents.getLast().lastPage();
    return new Viewer(page, self, "/papers/" + paper, pages, current, documents);
  }

  /// One's own upload, before it is attached.
  public static Viewer of(Page page, String self, UUID upload, int pages, int current) {
    return new Viewer(page, self, "/uploads/" + upload, pages, current, List.of());
  }

  /// Whether it stands inside the form that will name the upload: it has no form of its own then,
  /// and leaves the address of the page alone.
  public boolean inForm() {
    return base.startsWith("/uploads/");
  }

  /// This page with the viewer open at page n.
  public String address(int n) {
    return page.link(self + (self.contains("?") ? "&" : "?") + "page=" + n) + "#viewer";
  }

  public String image(int n) {
    return page.link(base + "/pages/" + n);
  }

  public String thumbnail(int n) {
    return page.link(base + "/thumbnails/" + n);
  }

  public String original(Attachment document) {
    return page.link(base + "/documents/" + document.serial() + "/original");
  }

  /// Where one asks for a page by its number: the address without its query, which goes along in
  /// hidden fields.
  public String path() {
    int query = self.indexOf('?');
    return query < 0 ? self : self.substring(0, query);
  }

  public record Field(String name, String value) {}

  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    int query = self.indexOf('?');
    if (query >= 0)
      for (String pair : self.substring(query + 1).split("&")) {
        String[] parts = pair.split("=", 2);
        fields.add(new Field(plain(parts[0]), parts.length < 2 ? "" : plain(parts[1])));
      }
    if (!page.as().isEmpty()) fields.add(new Field("as", page.as()));
    return fields;
  }

  private static String plain(String coded) {
    return URLDecoder.decode(coded, StandardCharsets.UTF_8);
  }

  /// The pages whose thumbnails stand in the page itself; the script adds the rest.
  public List<Integer> strip() {
    return IntStream.rangeClosed(
            Math.max(1, current - NEIGHBOURS), Math.min(pages, current + NEIGHBOURS))
        .boxed()
        .toList();
  }

  /// A value for a query.
  public static String coded(String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }
}
