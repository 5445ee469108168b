package karyalay.mailbox;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A mailbox of an office, and how its reading stands.
///
/// @param post whose members diarise what comes: a counter, mostly
public record Box(
    UUID id,
    OfficeId district,
    OfficeId office,
    PostId post,
    Facts facts,
    boolean active,
    State state) {

  /// Where it is. The password comes from the environment: `KARYALAY_IMAP_PASSWORD_<NAME>`, or the
  /// file that `KARYALAY_IMAP_PASSWORD_FILE_<NAME>` names.
  ///
  /// @param name small letters and digits; names the password
  /// @param folder that is read
  /// @param movedTo folder into which a message is moved when it is safe here; empty marks it as
  ///   read instead
  public record Facts(
      String name, String host, int port, Tls tls, String login, String folder, String movedTo) {}

  /// How the line is protected.
  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /// Why it cannot be read.
  public enum Fault {
    /// No password is set for it.
    NO_PASSWORD,
    /// The server does not take user and password.
    PASSWORD,
    /// The server's certificate is not trusted.
    CERTIFICATE,
    /// It has no folder of that name.
    FOLDER,
    /// It does not answer, or breaks off.
    SERVER
  }

  /// @param validity by which the server counts its messages; 0 before it was read
  /// @param lastUid all at or under it were seen
  /// @param fault null while all is well
  /// @param words what the server said
  /// @param nextAt when it is tried again
  public record State(
      long validity,
      long lastUid,
      int tries,
      @Nullable Fault fault,
      String words,
      @Nullable Instant since,
      @Nullable Instant reachedAt,
      Instant nextAt) {}
}
