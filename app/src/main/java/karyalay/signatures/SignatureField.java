package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.NOT_SIGNABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import karyalay.shared.Refused;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/// Lays the field of the signature over the block that was drawn in the page. The field has an
/// appearance, as PDF/A asks of every field, and the appearance draws nothing.
final class SignatureField {
  static final String NAME = "Signature1";

  private SignatureField() {}

  /// Adds to the bytes and changes none of them.
  ///
  /// @throws IOException when it is no PDF
  /// @throws Refused `NOT_SIGNABLE` when it is encrypted, signed already, or has no such page
  static byte[] lay(byte[] pdf, ToSign.Spot spot) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      if (document.isEncrypted() || !document.getSignatureDictionaries().isEmpty())
        throw new Refused(NOT_SIGNABLE);
      if (spot.page() == 0) return pdf;
      if (spot.page() > document.getNumberOfPages()) throw new Refused(NOT_SIGNABLE);
      PDPage page = document.getPage(spot.page() - 1);
      PDAcroForm form = form(document);
      var field = new PDSignatureField(form);
      field.setPartialName(NAME);
      field.setAlternateFieldName("हस्ताक्षर");
      shape(document, field.getWidgets().getFirst(), page, spot);
      var annotations = page.getAnnotations();
      annotations.add(field.getWidgets().getFirst());
      page.setAnnotations(annotations);
      form.getFields().add(field);
      mark(document, page, form, field);
      var out = new ByteArrayOutputStream(pdf.length + 4096);
      document.saveIncremental(out);
      return out.toByteArray();
    }
  }

  private static PDAcroForm form(PDDocument document) {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form == null) {
      form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
    }
    form.setSignaturesExist(true);
    form.setAppendOnly(true);
    return form;
  }

  private static void shape(
      PDDocument document, PDAnnotationWidget widget, PDPage page, ToSign.Spot spot) {
    widget.setRectangle(new PDRectangle(spot.x(), spot.y(), spot.width(), spot.height()));
    widget.setPage(page);
    widget.setPrinted(true);
    var drawing = new PDAppearanceStream(document);
    drawing.setBBox(new PDRectangle(spot.width(), spot.height()));
    var appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(drawing);
    widget.setAppearance(appearance);
  }

  /// What is new or changed is written behind the document; the rest stays as it is.
  private static void mark(
      PDDocument document, PDPage page, PDAcroForm form, PDSignatureField field) {
    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    page.getCOSObject().setNeedToBeUpdated(true);
    form.getCOSObject().setNeedToBeUpdated(true);
    field.getCOSObject().setNeedToBeUpdated(true);
    var fields = form.getCOSObject().getDictionaryObject(COSName.FIELDS);
    if (fields instanceof org.apache.pdfbox.cos.COSArray array) array.setNeedToBeUpdated(true);
    if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS)
        instanceof org.apache.pdfbox.cos.COSArray array) array.setNeedToBeUpdated(true);
  }
}
