package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.NOT_SIGNABLE;

import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import karyalay.shared.Refused;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/// Lays the field of the signature over the block that was drawn in the page. The field has an
/// appearance, as PDF/A asks of every field, and the appearance draws nothing: the words of the
/// block are the page's own, shaped by our renderer, which DSS could not.
final class SignatureField implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {
  private @Nullable SignatureOptions options;
  private @Nullable SignatureFieldParameters place;

  /// What DSS asks for one.
  static final class Factory implements PdfBoxSignatureDrawerFactory {
    @Override
    public PdfBoxSignatureDrawer getSignatureDrawer(SignatureImageParameters parameters) {
      return new SignatureField();
    }
  }

  /// The place in the words of DSS, which counts from the upper left. The text is never drawn: it
  /// only makes the signature a visible one.
  static SignatureImageParameters at(ToSign.Spot spot) {
    var field = new SignatureFieldParameters();
    field.setPage(spot.page());
    field.setOriginX(spot.x());
    field.setOriginY(spot.y());
    field.setWidth(spot.width());
    field.setHeight(spot.height());
    var image = new SignatureImageParameters();
    var text = new SignatureImageTextParameters();
    text.setText("-");
    image.setTextParameters(text);
    image.setFieldParameters(field);
    return image;
  }

  /// @throws Refused `NOT_SIGNABLE` when it is encrypted, signed already, or has no such page
  static void check(PDDocument document, int page) {
    if (document.isEncrypted()
        || !document.getSignatureDictionaries().isEmpty()
        || page > document.getNumberOfPages()) throw new Refused(NOT_SIGNABLE);
  }

  @Override
  public void init(
      SignatureImageParameters parameters, PDDocument document, SignatureOptions wanted) {
    place = parameters.getFieldParameters();
    options = wanted;
    check(document, place().getPage());
  }

  private SignatureFieldParameters place() {
    return java.util.Objects.requireNonNull(place, "begun");
  }

  @Override
  public void draw() throws IOException {
    SignatureOptions wanted = java.util.Objects.requireNonNull(options, "begun");
    wanted.setVisualSignature(new ByteArrayInputStream(template()));
    wanted.setPage(place().getPage() - 1);
  }

  /// PDFBox takes rectangle and appearance of the field from a small document of their own.
  private byte[] template() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      form.setSignaturesExist(true);
      form.setAppendOnly(true);
      form.getCOSObject().setDirect(true);
      var field = new PDSignatureField(form);
      form.getFields().add(field);
      var widget = field.getWidgets().getFirst();
      widget.setRectangle(
          new PDRectangle(
              place().getOriginX(), place().getOriginY(), place().getWidth(), place().getHeight()));
      var nothing = new PDAppearanceStream(document);
      nothing.setBBox(new PDRectangle(place().getWidth(), place().getHeight()));
      var appearance = new PDAppearanceDictionary();
      appearance.getCOSObject().setDirect(true);
      appearance.setNormalAppearance(nothing);
      widget.setAppearance(appearance);
      page.getAnnotations().add(widget);
      var out = new ByteArrayOutputStream(2048);
      document.save(out);
      return out.toByteArray();
    }
  }

  /// Where it is, so that DSS sees whether it lies in the page and over no other field.
  @Override
  public VisualSignatureFieldAppearance buildSignatureFieldBox() {
    float x = place().getOriginX();
    float y = place().getOriginY();
    return () -> new AnnotationBox(x, y, x + place().getWidth(), y + place().getHeight());
  }
}
