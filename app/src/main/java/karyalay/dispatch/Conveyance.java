package karyalay.dispatch;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A mode with what it needs. An address that is given goes before the one the letter bears.
public sealed interface Conveyance {
  Mode mode();

  /// Arrives as dak at the addressee's post.
  record OwnOffice() implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.OWN_OFFICE;
    }
  }

  /// @param to office code or marking abbreviation there
  record Instance(UUID peer, String to) implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.INSTANCE;
    }
  }

  record Email(String address) implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.EMAIL;
    }
  }

  record Post(String address) implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.POST;
    }
  }

  /// @param tracking thirteen characters with a check digit
  record SpeedPost(String address, String tracking) implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.SPEED_POST;
    }
  }

  /// @param receiver who took it; null when it is on its way
  record ByHand(@Nullable Receiver receiver) implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.BY_HAND;
    }
  }

  /// @param officer the post that carries it
  record Messenger(PostId officer, @Nullable Receiver receiver) implements Conveyance {
    @Override
    public Mode mode() {
      return Mode.MESSENGER;
    }
  }

  /// Who took a letter in.
  ///
  /// @param scan an upload of the actor's: the page with his signature; null without one
  record Receiver(String name, String designation, Instant at, @Nullable UUID scan) {}
}
