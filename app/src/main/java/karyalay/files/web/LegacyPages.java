package karyalay.files.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.CHAIR;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Upload;
import karyalay.files.LegacyFile;
import karyalay.files.LegacyFiles;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Files of the time before (OP-51): a form for one with its scan; a sheet for many, first on
/// trial, then loaded row by row, each row an act of its own, so that a bad one does not hold the
/// rest.
@Controller
@RequestMapping("/files/legacy")
class LegacyPages {
  private static final int MOST_BYTES = 2_000_000;

  private final LegacyFiles legacy;
  private final Attachments attachments;

  LegacyPages(LegacyFiles legacy, Attachments attachments) {
    this.legacy = legacy;
    this.attachments = attachments;
  }

  @GetMapping
  @MayCall(CHAIR)
  String form(Page page, Model model) {
    return show(new LegacyView(page, List.of(), "", false, List.of()), model);
  }

  /// @param uploads sent before the form
  /// @param files sent with it, by a browser without script
  @PostMapping
  @MayCall(CHAIR)
  String enter(
      @RequestParam String number,
      @RequestParam String subject,
      @RequestParam @Day(BACK) LocalDate opened,
      @RequestParam(defaultValue = "") String holder,
      @RequestParam(defaultValue = "") String kept,
      @RequestParam(defaultValue = "") String remarks,
      @RequestParam(defaultValue = "") List<UUID> uploads,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page)
      throws IOException {
    var scans = new ArrayList<>(uploads);
    if (files != null)
      FormFiles.receive(attachments, files, caller).stream().map(Upload::id).forEach(scans::add);
    var file = new LegacyFile(number, subject, opened, holder, kept, remarks);
    return "redirect:" + page.link("/files/" + legacy.enter(act, file, scans));
  }

  /// Looks at every row and enters none.
  ///
  /// @param sheet pasted; goes before an uploaded file
  @PostMapping("/trial")
  @MayCall(CHAIR)
  String examine(
      @RequestParam(defaultValue = "") String sheet,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Caller caller,
      Page page,
      Model model)
      throws IOException {
    String text = sheet.isBlank() && file != null ? read(file) : sheet;
    var results =
        legacy.examine(caller.seat().post(), text).stream()
            .map(row -> LegacyView.looked(page, row))
            .toList();
    return show(new LegacyView(page, List.of(), text, true, results), model);
  }

  /// Enters the good rows.
  @PostMapping("/rows")
  @MayCall(CHAIR)
  String load(@RequestParam String sheet, Act act, Caller caller, Page page, Model model) {
    var results = new ArrayList<LegacyView.Result>();
    for (LegacyFiles.Row row : legacy.load(caller.seat().post(), sheet))
      results.add(enter(row, act, page));
    boolean left = results.stream().anyMatch(result -> !result.good());
    return show(new LegacyView(page, List.of(), left ? sheet : "", false, results), model);
  }

  private LegacyView.Result enter(LegacyFiles.Row row, Act act, Page page) {
    if (row.file().isEmpty()) return LegacyView.looked(page, row);
    try {
      PaperId made = legacy.enter(LegacyFiles.part(act, row), row.file().get(), List.of());
      return new LegacyView.Result(row.line(), row.shown(), "", Optional.of(made));
    } catch (Refused refused) {
      return LegacyView.refused(page, row, refused);
    }
  }

  private static String read(MultipartFile file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) throw new Refused(SharedRefusal.TOO_LONG, "CSV", MOST_BYTES);
      return LegacyFiles.text(bytes);
    }
  }

  private static String show(LegacyView view, Model model) {
    model.addAttribute("view", view);
    return "files/legacy";
  }
}
