package karyalay.scanning;

import static karyalay.scanning.PileRefusal.NOTHING_TO_CUT;
import static karyalay.scanning.PileRefusal.PILE_EMPTY;
import static karyalay.scanning.PileRefusal.PILE_NOT_READ;
import static karyalay.scanning.PileRefusal.PILE_TOO_HIGH;
import static karyalay.scanning.PileRefusal.WORD_NOT_CUT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import karyalay.desk.Upload;
import karyalay.documents.DocumentType;
import karyalay.scanning.PilePage.Choice;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;

/// Every rule of cutting, with no clock, database or framework in sight.
final class PileRules {
  /// What a scanner's tray holds three times over, and one page of ours shows at once.
  static final int MOST_PAGES = 300;

  private PileRules() {}

  /// What may become a pile.
  static void requireCuttable(List<Upload> uploads) {
    if (uploads.isEmpty()) throw new Refused(PILE_EMPTY);
    int pages = uploads.stream().mapToInt(Upload::pages).sum();
    if (pages > MOST_PAGES)
      throw new Refused(PILE_TOO_HIGH, Integer.toString(pages), Integer.toString(MOST_PAGES));
    for (Upload upload : uploads)
      if (upload.type() == DocumentType.DOCX) throw new Refused(WORD_NOT_CUT, upload.name());
  }

  /// Whether a letter begins with a file until somebody says otherwise: a scanner that makes one
  /// file of many pages begins a new one for a new handful, one that makes a file of each page does
  /// not tell.
  static boolean begins(int file, int pages, int page) {
    return page == 1 && (file == 1 || pages > 1);
  }

  /// The letters that the pages not yet diarised fall into: each page goes into exactly one, or is
  /// dropped. A cut at a dropped page holds for the next that stays, and nothing reaches across
  /// pages that have their letter already.
  static List<List<Integer>> letters(List<PilePage> pages) {
    List<List<Integer>> letters = new ArrayList<>();
    boolean cut = true;
    for (PilePage page : pages) {
      cut |= page.begins() || page.letter() != null;
      if (page.letter() != null || page.dropped()) continue;
      if (cut) letters.add(new ArrayList<>());
      letters.getLast().add(page.n());
      cut = false;
    }
    return letters;
  }

  /// The letters of a pile that is cut now.
  static List<List<Integer>> cut(List<PilePage> pages) {
    long read = pages.stream().filter(page -> page.ink() != null).count();
    if (read < pages.size())
      throw new Refused(PILE_NOT_READ, Long.toString(read), Integer.toString(pages.size()));
    List<List<Integer>> letters = letters(pages);
    if (letters.isEmpty()) throw new Refused(NOTHING_TO_CUT);
    return letters;
  }

  /// That cuts name pages there are, each once, and quarter turns.
  static void require(Cuts cuts, int pages) {
    boolean sound =
        Stream.of(cuts.begins(), cuts.removed(), cuts.kept(), cuts.turns().keySet())
            .flatMap(Set::stream)
            .allMatch(n -> n >= 1 && n <= pages);
    sound &= cuts.removed().stream().noneMatch(cuts.kept()::contains);
    sound &=
        cuts.turns().values().stream().allMatch(turn -> Set.of(0, 90, 180, 270).contains(turn));
    if (!sound) throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "cuts");
  }

  /// How a pile is cut at present.
  static Cuts cuts(List<PilePage> pages) {
    Set<Integer> begins = new HashSet<>();
    Set<Integer> removed = new HashSet<>();
    Set<Integer> kept = new HashSet<>();
    Map<Integer, Integer> turns = new HashMap<>();
    for (PilePage page : pages) {
      if (page.begins()) begins.add(page.n());
      if (page.choice() == Choice.REMOVED) removed.add(page.n());
      if (page.choice() == Choice.KEPT) kept.add(page.n());
      if (page.turn() != 0) turns.put(page.n(), page.turn());
    }
    return new Cuts(begins, removed, kept, turns);
  }

  /// One change of a person without script, at one page; pressed again it is undone.
  static Cuts changed(List<PilePage> pages, int n, Change change) {
    PilePage page =
        pages.stream()
            .filter(one -> one.n() == n)
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    Cuts cuts = cuts(pages);
    Set<Integer> begins = new HashSet<>(cuts.begins());
    Set<Integer> removed = new HashSet<>(cuts.removed());
    Set<Integer> kept = new HashSet<>(cuts.kept());
    Map<Integer, Integer> turns = new HashMap<>(cuts.turns());
    switch (change) {
      case CUT -> {
        if (!begins.remove(n)) begins.add(n);
      }
      case DROP -> {
        if (page.dropped()) {
          removed.remove(n);
          if (page.blank()) kept.add(n);
        } else {
          kept.remove(n);
          removed.add(n);
        }
      }
      case TURN -> turns.put(n, (page.turn() + 90) % 360);
    }
    return new Cuts(begins, removed, kept, turns);
  }
}
