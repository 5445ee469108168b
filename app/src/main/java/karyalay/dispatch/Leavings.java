package karyalay.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.drafts.IssuedLetter;
import karyalay.ledger.Entry;
import karyalay.notices.Mail;
import karyalay.notices.Mails;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.web.Dates;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets one item leave: its row, and what a worker will carry.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Leavings {
  private final ItemStore items;
  private final Mails mails;
  private final Packages packages;
  private final PostNames posts;
  private final Words words;
  private final OfficeTime time;

  Leavings(
      ItemStore items,
      Mails mails,
      Packages packages,
      PostNames posts,
      Words words,
      OfficeTime time) {
    this.items = items;
    this.mails = mails;
    this.packages = packages;
    this.posts = posts;
    this.words = words;
    this.time = time;
  }

  List<Entry> leave(Act act, IssuedLetter letter, Item item, Conveyance how) {
    var entries = new ArrayList<Entry>();
    UUID outbox = Ids.next();
    switch (how) {
      case Conveyance.OwnOffice _ -> write(act, item, plain(item, how, ItemState.ON_WAY));
      case Conveyance.Instance(var peer, var to) -> {
        packages.lay(outbox, peer, to.strip(), letter);
        write(act, item, wired(item, how, item.email(), peer, to.strip(), outbox));
      }
      case Conveyance.Email(var address) -> {
        String to = DispatchRules.email(item, address);
        entries.add(mails.put(act, mail(outbox, letter, to)));
        write(act, item, wired(item, how, to, null, "", outbox));
      }
      case Conveyance.Post(var address) ->
          write(act, item, posted(item, how, DispatchRules.postal(item, address), ""));
      case Conveyance.SpeedPost(var address, var tracking) ->
          write(
              act,
              item,
              posted(
                  item,
                  how,
                  DispatchRules.postal(item, address),
                  DispatchRules.tracking(tracking)));
      case Conveyance.ByHand _ -> write(act, item, plain(item, how, ItemState.SENT));
      case Conveyance.Messenger(var officer, var _) -> write(act, item, carried(item, officer));
    }
    entries.add(
        new Entry(
            "dispatch.sent",
            "item/" + item.id(),
            Map.of("letter", letter.id().toString(), "mode", how.mode().name())));
    return entries;
  }

  private void write(Act act, Item item, ItemStore.Leaving leaving) {
    items.send(item.id(), leaving, act, time.now());
    String remark = leaving.tracking().isEmpty() ? leaving.peerTo() : leaving.tracking();
    items.event(item.id(), "SENT", leaving.mode().name(), act, remark, time.now());
  }

  private static ItemStore.Leaving plain(Item item, Conveyance how, ItemState state) {
    return new ItemStore.Leaving(
        how.mode(), state, item.address(), item.email(), "", null, null, "", null);
  }

  private static ItemStore.Leaving wired(
      Item item, Conveyance how, String email, @Nullable UUID peer, String to, UUID outbox) {
    return new ItemStore.Leaving(
        how.mode(), ItemState.ON_WAY, item.address(), email, "", null, peer, to, outbox);
  }

  private static ItemStore.Leaving posted(
      Item item, Conveyance how, String address, String tracking) {
    return new ItemStore.Leaving(
        how.mode(), ItemState.SENT, address, item.email(), tracking, null, null, "", null);
  }

  private ItemStore.Leaving carried(Item item, PostId officer) {
    if (!posts.live(officer)) throw new Refused(DispatchRefusal.NO_POST_THERE, item.name());
    return new ItemStore.Leaving(
        Mode.MESSENGER, ItemState.SENT, item.address(), item.email(), "", officer, null, "", null);
  }

  private Mail mail(UUID id, IssuedLetter letter, String to) {
    String office = posts.office(letter.office());
    String day = new Dates(Language.HI).day(letter.date());
    String subject =
        words.say(Language.HI, "dispatch.mail.subject", office, letter.number(), letter.subject());
    String body =
        words.say(Language.HI, "dispatch.mail.body", office, letter.number(), day, letter.subject())
            + "\r\n\r\n"
            + words.say(Language.EN, "dispatch.mail.body", office, letter.number(), day, "");
    return new Mail(
        id,
        letter.office(),
        to,
        subject.replaceAll("\\s+", " "),
        body,
        letter.document().value(),
        fileName(letter));
  }

  /// Ends as its type ends; no sign in it that a disk would not take.
  static String fileName(IssuedLetter letter) {
    return letter.number().replaceAll("[^\\p{L}\\p{M}\\p{N}.]+", "-") + ".pdf";
  }
}
