package karyalay.dispatch.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import karyalay.desk.web.Addressee;
import karyalay.dispatch.Conveyance;
import karyalay.dispatch.Mode;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/// What the form of a sending, or a call of another system, hands in.
///
/// @param items serials of the addressees
/// @param to office code or mark at the peer
/// @param officer mark of who carries it
/// @param received date and time, as a browser writes them; Indian time
record SendingForm(
    @Nullable List<Integer> items,
    @Nullable Mode mode,
    @Nullable String email,
    @Nullable String address,
    @Nullable String tracking,
    @Nullable UUID peer,
    @Nullable String to,
    @Nullable String officer,
    @Nullable String receiver,
    @Nullable String designation,
    @Nullable String received) {

  List<Integer> serials() {
    return items == null ? List.of() : items;
  }

  /// @throws Refused `MISSING` mode; `NO_SUCH_POST` of the desk
  Conveyance conveyance(Posts posts, Caller caller) {
    if (mode == null) throw new Refused(SharedRefusal.MISSING, "mode");
    return switch (mode) {
      case OWN_OFFICE -> new Conveyance.OwnOffice();
      case INSTANCE -> {
        if (peer == null) throw new Refused(SharedRefusal.MISSING, "peer");
        yield new Conveyance.Instance(peer, text(to));
      }
      case EMAIL -> new Conveyance.Email(text(email));
      case POST -> new Conveyance.Post(text(address));
      case SPEED_POST -> new Conveyance.SpeedPost(text(address), text(tracking));
      case BY_HAND -> new Conveyance.ByHand(taker());
      case MESSENGER ->
          new Conveyance.Messenger(Addressee.of(posts, text(officer), caller), taker());
    };
  }

  private Conveyance.@Nullable Receiver taker() {
    if (text(receiver).isEmpty()) return null;
    return new Conveyance.Receiver(text(receiver), text(designation), moment(received), null);
  }

  /// @throws Refused `MISSING`, `NOT_UNDERSTOOD`
  static Instant moment(@Nullable String typed) {
    if (text(typed).isEmpty()) throw new Refused(SharedRefusal.MISSING, "received");
    try {
      return LocalDateTime.parse(text(typed)).atZone(OfficeTime.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "received");
    }
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
