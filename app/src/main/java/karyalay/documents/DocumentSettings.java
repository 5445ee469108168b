package karyalay.documents;

import java.nio.file.Path;
import java.time.Duration;
import karyalay.documents.decoder.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What may be set.
///
/// @param folder the data folder; documents lie in `blobs` under it, pictures of pages in `derived`
/// @param limit size of one document
/// @param pages pages of one document
/// @param megapixels of one image
/// @param inflated of a DOCX when unpacked
/// @param decoders how many processes decode at once
/// @param memory heap of one decoder
/// @param patience how long one task of a decoder may take
/// @param idle after how long an unused decoder ends
@ConfigurationProperties("karyalay.documents")
record DocumentSettings(
    Path folder,
    @DefaultValue("100MB") DataSize limit,
    @DefaultValue("2000") int pages,
    @DefaultValue("120") long megapixels,
    @DefaultValue("300MB") DataSize inflated,
    @DefaultValue("2") int decoders,
    @DefaultValue("384MB") DataSize memory,
    @DefaultValue("20s") Duration patience,
    @DefaultValue("5m") Duration idle) {

  Limits limits() {
    return new Limits(pages, megapixels * 1_000_000, inflated.toBytes());
  }
}
