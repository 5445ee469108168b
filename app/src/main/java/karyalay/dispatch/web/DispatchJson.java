package karyalay.dispatch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.dispatch.DispatchLists;
import karyalay.dispatch.Grid;
import karyalay.dispatch.Item;
import karyalay.dispatch.LetterSheet;
import karyalay.dispatch.Mode;
import org.jspecify.annotations.Nullable;

/// How dispatch looks to other systems.
final class DispatchJson {
  private DispatchJson() {}

  /// @param addressees how many it names
  /// @param gone to how many it went already
  record WaitingJson(
      UUID letter, String number, LocalDate date, String subject, int addressees, int gone) {}

  static WaitingJson of(DispatchLists.Waiting it) {
    return new WaitingJson(
        it.letter().value(), it.number(), it.date(), it.subject(), it.parties(), it.gone());
  }

  /// A line of the register.
  record LineJson(
      UUID letter,
      int serial,
      String number,
      LocalDate date,
      String to,
      String subject,
      Mode mode,
      String state,
      Instant sent,
      String proof,
      @Nullable Instant received,
      String reason) {}

  static LineJson of(DispatchLists.Line it) {
    return new LineJson(
        it.letter().value(),
        it.serial(),
        it.number(),
        it.date(),
        it.name(),
        it.subject(),
        it.mode(),
        it.state().name(),
        it.sentAt(),
        it.proof(),
        it.receivedAt(),
        it.reason());
  }

  /// @param diaryNumber the number it got where it arrived
  record ItemJson(
      int serial,
      String to,
      String state,
      @Nullable Mode mode,
      @Nullable Instant sent,
      String tracking,
      String diaryNumber,
      @Nullable Instant received,
      @Nullable Instant opened,
      @Nullable Instant answered,
      String reason,
      @Nullable String mail) {}

  static ItemJson of(Item it) {
    var mail = it.mail();
    return new ItemJson(
        it.serial(),
        it.name(),
        it.state().name(),
        it.mode(),
        it.sentAt(),
        it.tracking(),
        it.number(),
        it.receivedAt(),
        it.openedAt(),
        it.repliedAt(),
        it.reason(),
        mail == null ? null : mail.name());
  }

  record LetterJson(
      UUID id,
      String number,
      LocalDate date,
      String subject,
      String form,
      String state,
      String sha256,
      @Nullable UUID call,
      List<ItemJson> items) {}

  static LetterJson of(LetterSheet it, List<Item> items) {
    return new LetterJson(
        it.id().value(),
        it.number(),
        it.date(),
        it.subject(),
        it.form(),
        it.state().name(),
        it.sha256(),
        it.call(),
        items.stream().map(DispatchJson::of).toList());
  }

  record GridLineJson(ItemJson item, String stage, String answerNumber, String answerText) {}

  record GridJson(
      UUID id,
      String kind,
      UUID letter,
      String subject,
      LocalDate target,
      boolean open,
      int reminders,
      long sent,
      long read,
      long complied,
      long defaulting,
      List<GridLineJson> lines) {}

  static GridJson of(Grid grid) {
    var call = grid.call();
    return new GridJson(
        call.id(),
        call.kind().name(),
        call.letter().value(),
        call.subject(),
        call.target(),
        call.open(),
        grid.reminders(),
        grid.sent(),
        grid.read(),
        grid.complied(),
        grid.defaulting(),
        grid.lines().stream()
            .map(line ->
                new GridLineJson(
                    of(line.item()), line.stage().name(), line.replyNumber(), line.replyText()))
            .toList());
  }

  /// As the form of a sending; what a mode does not need is left out.
  ///
  /// @param items serials of the addressees
  record SendingJson(
      List<Integer> items,
      Mode mode,
      @Nullable String email,
      @Nullable String address,
      @Nullable String tracking,
      @Nullable UUID peer,
      @Nullable String to,
      @Nullable String officer,
      @Nullable String receiver,
      @Nullable String designation,
      @Nullable String received) {
    SendingForm form() {
      return new SendingForm(
          Objects.requireNonNullElse(items, List.of()),
          mode,
          email,
          address,
          tracking,
          peer,
          to,
          officer,
          receiver,
          designation,
          received);
    }
  }
}
