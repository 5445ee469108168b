package karyalay.signatures;

/// A PDF with its signature, as it is stored and sent: not one byte of it may change any more.
public record SignedPdf(byte[] pdf, SignatureFacts facts) {}
