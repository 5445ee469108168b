package karyalay.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import karyalay.desk.PrintKind;
import karyalay.desk.Prints;
import karyalay.rendering.Block;
import karyalay.rendering.Furniture;
import karyalay.rendering.PageFormat;
import karyalay.rendering.Print;
import karyalay.rendering.Rendered;
import karyalay.rendering.Rendering;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import karyalay.web.Page;
import karyalay.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Answers with a print: every page bears who printed it, his post, when, page x of y, and the code
/// by which the office knows it again (OP-50).
@Component
public class Printer {
  private final Prints prints;
  private final PublicAddress address;

  Printer(Prints prints, PublicAddress address) {
    this.prints = prints;
    this.address = address;
  }

  /// What is to be printed.
  ///
  /// @param paper that the caller has opened and whose view is noted; null for a register
  /// @param number stands at the head of each page and in the register of prints
  /// @param title of the document
  public record Job(
      PrintKind kind,
      @Nullable PaperId paper,
      String number,
      String title,
      PageFormat format,
      Iterable<? extends Block> blocks) {}

  /// Makes the document, then sends it; what is refused on the way is refused as on any page.
  public void print(Job job, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    Prints.Begun begun = prints.begin(job.kind(), job.paper(), job.number(), caller);
    var print =
        new Print(
            job.title(),
            page.language(),
            job.format(),
            furniture(job, begun, caller, page),
            job.blocks());
    var digest = Sha256.digest();
    Rendered rendered = Rendering.write(print, new Answer(response, job, digest));
    prints.finish(begun.code(), rendered.pages(), digest.digest());
    response.flushBuffer();
  }

  private Furniture furniture(Job job, Prints.Begun begun, Caller caller, Page page) {
    Caller.Chair seat = caller.seat();
    String who =
        page.t(
            "printed-by",
            page.name(caller.nameHi(), caller.nameEn()),
            page.name(seat.designationHi(), seat.designationEn()) + " (" + seat.mark() + ")",
            page.dates().time(begun.at()));
    return Furniture.NUMBERED
        .head(job.number(), page.name(seat.officeHi(), seat.officeEn()))
        .printed(who)
        .verified(begun.code().printed(), address.verification(begun.code()));
  }

  /// Says what it is when the first byte comes, so that a refusal before it is still a page.
  private static final class Answer extends OutputStream {
    private final HttpServletResponse response;
    private final Job job;
    private final MessageDigest digest;
    private @Nullable OutputStream out;

    Answer(HttpServletResponse response, Job job, MessageDigest digest) {
      this.response = response;
      this.job = job;
      this.digest = digest;
    }

    private OutputStream out() throws IOException {
      if (out != null) return out;
      var named = ContentDisposition.inline().filename(name(), StandardCharsets.UTF_8).build();
      response.setContentType(MediaType.APPLICATION_PDF_VALUE);
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named.toString());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      return out = new DigestOutputStream(response.getOutputStream(), digest);
    }

    /// As the number, without what no file name may bear.
    private String name() {
      return job.title().replaceAll("[\\\\/:*?\"<>|\\s]+", "-") + ".pdf";
    }

    @Override
    public void write(int one) throws IOException {
      out().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out().write(bytes, from, length);
    }
  }
}
