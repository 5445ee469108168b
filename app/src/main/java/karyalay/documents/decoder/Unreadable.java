package karyalay.documents.decoder;

/// The file cannot be opened or drawn, for a reason that its sender can be told.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  Unreadable(Fault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
