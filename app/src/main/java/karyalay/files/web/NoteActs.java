package karyalay.files.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Move;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.web.Addressee;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.signatures.Keys;
import karyalay.signatures.Unlocked;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the foot of the note sheet sends.
@Controller
@RequestMapping("/files/{paper}")
class NoteActs {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Notes notes;
  private final Reading reading;
  private final Posts posts;
  private final Keys keys;

  NoteActs(Notes notes, Reading reading, Posts posts, Keys keys) {
    this.notes = notes;
    this.reading = reading;
    this.posts = posts;
    this.keys = keys;
  }

  /// @param body the structure that the editor made; `text` is read without it
  /// @param to a suggested post; `other`, when typed, goes before it
  /// @param agree a signature under what is proposed, no words needed (OP-58)
  /// @param stay sign, and keep the file here
  /// @param pin opens the signing key for this note; not needed while the key stands open
  record NoteForm(
      @Nullable String body,
      @Nullable String text,
      @Nullable NoteKind kind,
      @Nullable Integer corrects,
      @Nullable String orderedBy,
      @Nullable String to,
      @Nullable String other,
      @Nullable Task task,
      @Day(AHEAD) @Nullable LocalDate due,
      @Nullable String agree,
      @Nullable String stay,
      @Nullable String pin) {

    String addressee() {
      if (given(stay)) return "";
      return given(other) ? or(other).strip() : or(to).strip();
    }

    NewNote note(@Nullable PostId oral) {
      NoteKind asked = kind == null ? NoteKind.NOTE : kind;
      if (given(agree)) asked = NoteKind.AGREEMENT;
      return NewNote.asked(asked, or(body), or(text), corrects, oral);
    }

    private static String or(@Nullable String value) {
      return value == null ? "" : value;
    }

    private static boolean given(@Nullable String value) {
      return value != null && !value.isBlank();
    }
  }

  /// A green note; with an addressee the file goes on at once: write, choose, send.
  @PostMapping("/notes")
  @MayCall(CHAIR)
  String note(@PathVariable PaperId paper, NoteForm form, Act act, Caller caller, Page page) {
    String by = form.orderedBy();
    NewNote note = form.note(by == null || by.isBlank() ? null : Addressee.of(posts, by, caller));
    String to = form.addressee();
    PostId next = to.isEmpty() ? null : Addressee.offered(posts, to, caller);
    try (Unlocked key = keys.of(caller, form.pin())) {
      if (next == null) notes.write(act, paper, note, key);
      else {
        Task task = form.task() == null ? Task.ACTION : form.task();
        var move = new Move.Forward(next, task, "", form.due(), false);
        notes.writeAndSend(act, paper, note, move, key);
      }
    } catch (Refused refused) {
      throw hidden(paper, caller, refused);
    }
    return "redirect:"
        + (next == null
            ? page.link("/files/" + paper) + "#write"
            : page.link("/desk?sent=" + paper));
  }

  /// The holder's way asks no permission first, it is hot; to others a refusal says nothing.
  private Refused hidden(PaperId paper, Caller caller, Refused refused) {
    reading.open(paper, caller.scope());
    return refused;
  }

  /// What is being typed, kept for its author alone. The page's script asks for a few words back;
  /// the button without it for the page again.
  @PostMapping("/draft")
  @MayCall(CHAIR)
  Object draft(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String text,
      @RequestHeader(name = "X-Karyalay", defaultValue = "") String asker,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    Notes.Kept kept = notes.keepDraft(act, paper, body, text);
    if (!asker.equals("draft")) return "redirect:" + page.link("/files/" + paper) + "#write";
    Map<String, String> words = new LinkedHashMap<>();
    words.put("saved", page.t("files.saved", CLOCK.format(kept.at().atZone(OfficeTime.ZONE))));
    words.put("warning", warning(kept, page));
    return ResponseEntity.ok(words);
  }

  private static String warning(Notes.Kept kept, Page page) {
    if (kept.legacyFont()) return page.t("refusal.files.NOTE_IN_LEGACY_FONT");
    return kept.repeats() ? page.t("files.repeats") : "";
  }

  @PostMapping("/oral-orders/{note}/confirmation")
  @MayCall(CHAIR)
  String confirm(
      @PathVariable PaperId paper, @PathVariable UUID note, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    notes.confirmOral(act, note);
    return "redirect:" + page.link("/files/oral-orders");
  }
}
