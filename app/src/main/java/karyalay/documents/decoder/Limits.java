package karyalay.documents.decoder;

/// How much a file may ask of the decoder.
///
/// @param pages pages of one file
/// @param pixels pixels of one image, as its header says
/// @param inflated bytes of a DOCX when unpacked
public record Limits(int pages, long pixels, long inflated) {
  /// As the child's arguments.
  public String[] arguments() {
    return new String[] {Integer.toString(pages), Long.toString(pixels), Long.toString(inflated)};
  }

  static Limits of(String[] arguments) {
    return new Limits(
        Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
  }
}
