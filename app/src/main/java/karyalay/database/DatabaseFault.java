package karyalay.database;

/// The database cannot be used; the message is a sentence for whoever starts the program.
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseFault(String sentence) {
    super(sentence);
  }

  public DatabaseFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
