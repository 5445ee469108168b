package karyalay.dak.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.dak.Diary;
import karyalay.dak.Earlier;
import karyalay.dak.Hints;
import karyalay.dak.Particulars;
import karyalay.dak.Problem;
import karyalay.dak.ReceiptReading;
import karyalay.dak.web.DiaryView.Done;
import karyalay.dak.web.DiaryView.Offers;
import karyalay.dak.web.DiaryView.Purpose;
import karyalay.desk.Attachments;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.web.Page;
import karyalay.web.WrittenAt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the diary form shows, empty, as written, or as typed with its problems.
@Component
class DiaryForms {
  private final Diary diary;
  private final Hints hints;
  private final ReceiptReading reading;
  private final Attachments attachments;
  private final Choices choices;
  private final OfficeTime time;

  DiaryForms(
      Diary diary,
      Hints hints,
      ReceiptReading reading,
      Attachments attachments,
      Choices choices,
      OfficeTime time) {
    this.diary = diary;
    this.hints = hints;
    this.reading = reading;
    this.attachments = attachments;
    this.choices = choices;
    this.time = time;
  }

  DiaryForm.Parsed parse(DiaryForm form, Caller caller) {
    return form.parse(WrittenAt.day(time), mode -> choices.onPaper(mode, caller));
  }

  Optional<LocalDate> due(DiaryForm form) {
    return form.due(WrittenAt.day(time));
  }

  /// What a form is shown with besides what was typed.
  ///
  /// @param restored when what is shown was kept while it was typed; empty when it is not
  record Showing(Purpose purpose, String action, String refusal, Done done, String restored) {
    static Showing of(Purpose purpose, String action) {
      return new Showing(purpose, action, "", Done.NOTHING, "");
    }

    Showing refused(String sentence) {
      return new Showing(purpose, action, sentence, done, restored);
    }

    Showing restored(String at) {
      return new Showing(purpose, action, refusal, done, at);
    }
  }

  /// The form as it was opened.
  DiaryView open(Page page, Caller caller, Showing showing, DiaryForm form, List<UUID> uploads) {
    return view(page, caller, showing, form, uploads, List.of(), List.of(), Offers.NONE);
  }

  /// The form as it was sent: with problems, and what it would offer.
  DiaryView again(
      Page page,
      Caller caller,
      Showing showing,
      DiaryForm form,
      List<UUID> uploads,
      List<Problem> problems) {
    Particulars it = parse(form, caller).particulars();
    List<Earlier> earlier =
        showing.purpose() == Purpose.CORRECTION ? List.of() : hints.earlier(caller.scope(), it);
    return view(page, caller, showing, form, uploads, problems, earlier, offers(caller, it));
  }

  Offers offers(Caller caller, Particulars it) {
    String guess =
        it.category().isEmpty()
            ? hints.category(caller.scope(), it.subject() + " " + it.gist()).orElse("")
            : "";
    return new Offers(
        guess,
        choices.name("CATEGORY", guess, caller),
        hints.addressee(caller.scope(), it.sender(), it.category()).orElse(""));
  }

  private DiaryView view(
      Page page,
      Caller caller,
      Showing showing,
      DiaryForm form,
      List<UUID> uploads,
      List<Problem> problems,
      List<Earlier> earlier,
      Offers offers) {
    return new DiaryView(
        page,
        showing.purpose(),
        showing.action(),
        form,
        problems,
        showing.refusal(),
        diary.marked(form.shape(), caller.seat().post()),
        uploads.isEmpty() ? List.of() : attachments.uploads(uploads, caller.person()),
        choices.of(caller),
        earlier,
        offers,
        showing.done(),
        showing.restored());
  }

  private static String place(Particulars it, Page page) {
    return it.arrival().physical() ? BundleView.where(page, it.original()) : "";
  }

  /// What was just given a number.
  Done done(@Nullable PaperId paper, Caller caller, Page page) {
    if (paper == null) return Done.NOTHING;
    var details = reading.open(paper, caller.scope());
    String address = "/receipts/" + paper;
    return new Done(
        details.receipt().number().number(),
        page.link(address),
        page.link(address + "/acknowledgement"),
        place(details.receipt().particulars(), page));
  }
}
