package karyalay.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/// The line to a mailbox. Reading leaves no mark there: messages are looked at, not opened.
final class ImapLine implements AutoCloseable {
  private static final String WAIT = "20000";

  /// So much of a message is asked for at once: a long one is no long line in memory.
  private static final int PIECE = 1 << 20;

  private final IMAPStore store;
  private final IMAPFolder folder;

  private ImapLine(IMAPStore store, IMAPFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  static ImapLine open(
      Box.Facts box, String password, @Nullable SSLSocketFactory trust, boolean writing)
      throws MessagingException {
    Session session = Session.getInstance(properties(box, trust));
    var store = (IMAPStore) session.getStore("imap");
    try {
      store.connect(box.host(), box.port(), box.login(), password);
      var folder = (IMAPFolder) store.getFolder(box.folder());
      folder.open(writing ? Folder.READ_WRITE : Folder.READ_ONLY);
      return new ImapLine(store, folder);
    } catch (MessagingException e) {
      quietly(store);
      throw e;
    }
  }

  private static Properties properties(Box.Facts box, @Nullable SSLSocketFactory trust) {
    var words = new Properties();
    words.put("mail.imap.connectiontimeout", WAIT);
    words.put("mail.imap.timeout", WAIT);
    words.put("mail.imap.writetimeout", WAIT);
    words.put("mail.imap.fetchsize", Integer.toString(PIECE));
    words.put("mail.imap.partialfetch", "true");
    words.put("mail.imap.peek", "true");
    words.put("mail.imap.ssl.checkserveridentity", "true");
    if (trust != null) words.put("mail.imap.ssl.socketFactory", trust);
    switch (box.tls()) {
      case NONE -> {}
      case STARTTLS -> {
        words.put("mail.imap.starttls.enable", "true");
        words.put("mail.imap.starttls.required", "true");
      }
      case TLS -> words.put("mail.imap.ssl.enable", "true");
    }
    return words;
  }

  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /// A message that lies there.
  ///
  /// @param arrived when the server received it; null when it does not say
  record Lying(long uid, long bytes, @Nullable Instant arrived, IMAPMessage message) {
    /// Its head alone.
    byte[] head() throws MessagingException {
      var lines = new StringBuilder();
      for (Header header : Collections.list(message.getAllHeaders()))
        lines.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
      return lines.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// All of it, piece by piece.
    InputStream content() throws MessagingException {
      message.setPeek(true);
      return message.getMimeStream();
    }
  }

  /// What came after one, oldest first.
  List<Lying> after(long uid) throws MessagingException {
    Message[] found = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    folder.fetch(found, profile);
    List<Lying> lying = new ArrayList<>();
    for (Message one : found) {
      if (!(one instanceof IMAPMessage message)) continue;
      long of = folder.getUID(message);
      // A server answers a range that lies behind its last message with that message.
      if (of <= uid) continue;
      message.setPeek(true);
      Date arrived = message.getReceivedDate();
      lying.add(
          new Lying(
              of, message.getSizeLong(), arrived == null ? null : arrived.toInstant(), message));
    }
    return lying;
  }

  /// Marks a message as read, or moves it; nothing when it is there no more.
  void mark(long uid, String movedTo) throws MessagingException {
    Message message = folder.getMessageByUID(uid);
    if (message == null) return;
    message.setFlag(Flags.Flag.SEEN, true);
    if (movedTo.isEmpty()) return;
    var target = (IMAPFolder) store.getFolder(movedTo);
    if (!target.exists()) target.create(Folder.HOLDS_MESSAGES);
    if (store.hasCapability("MOVE")) folder.moveMessages(new Message[] {message}, target);
    else {
      folder.copyMessages(new Message[] {message}, target);
      message.setFlag(Flags.Flag.DELETED, true);
      folder.expunge(new Message[] {message});
    }
  }

  @Override
  public void close() {
    quietly(store);
  }

  /// Taking leave changes nothing any more.
  private static void quietly(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException _) {
      // it has gone already
    }
  }

  /// What a failure means to whoever must mend it.
  static Box.Fault fault(Exception e) {
    for (Throwable one = e; one != null; one = cause(one)) {
      if (one instanceof AuthenticationFailedException) return Box.Fault.PASSWORD;
      if (one instanceof FolderNotFoundException) return Box.Fault.FOLDER;
      if (one instanceof SSLException) return Box.Fault.CERTIFICATE;
    }
    return Box.Fault.SERVER;
  }

  private static @Nullable Throwable cause(Throwable e) {
    Exception next = e instanceof MessagingException chained ? chained.getNextException() : null;
    return next == null ? e.getCause() : next;
  }
}
