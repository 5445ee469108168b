package karyalay.golive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import karyalay.dak.Opening;
import karyalay.dak.Openings;
import karyalay.golive.Cells.Fault;
import karyalay.organisation.Folding;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// A row of the pending register: it comes onto the desk of who has it.
@Component
class BalanceRows {
  private final Openings openings;
  private final Posts posts;
  private final Acts acts;
  private final OfficeTime time;

  BalanceRows(Openings openings, Posts posts, Acts acts, OfficeTime time) {
    this.openings = openings;
    this.posts = posts;
    this.acts = acts;
    this.time = time;
  }

  /// Takes part in the caller's transaction.
  Judged.Made put(Load load, Load.Row row, Act act) {
    Opening opening = opening(load.office(), row);
    return new Judged.Made(List.of("PAPER_LAID"), lay(act, opening, List.of()));
  }

  /// Lays one on the desk of who has it, once for an act. Takes part in the caller's transaction.
  PaperId lay(Act act, Opening opening, List<UUID> scans) {
    PaperId paper = PaperId.next();
    return new PaperId(
        acts.once(act, paper.value(), () -> openings.enter(act, paper, opening, scans)));
  }

  private Opening opening(OfficeId office, Load.Row row) {
    LocalDate today = time.today();
    LocalDate due = row.cell(Column.DUE).isEmpty() ? null : Cells.day(row, Column.DUE, today);
    var opening =
        new Opening(
            Cells.needed(row, Column.OLD_NUMBER),
            Cells.day(row, Column.DATED, today),
            Cells.needed(row, Column.SENDER),
            Cells.needed(row, Column.SUBJECT),
            holder(office, Cells.needed(row, Column.HELD_BY)),
            due);
    openings
        .problem(opening, office)
        .ifPresent(refused -> {
          throw new Fault(Column.OLD_NUMBER, refused);
        });
    return opening;
  }

  /// The one post of the office that is meant: by its mark, its name, or by who sits there.
  PostId holder(OfficeId office, String cell) {
    String key = Folding.key(cell);
    String word = cell.toUpperCase(Locale.ROOT).split("[\\s·,]", 2)[0];
    List<Post.Held> all = posts.within(office, false);
    List<Post.Held> meant = all.stream().filter(held -> named(held, key, word)).toList();
    if (meant.isEmpty())
      meant =
          posts.find(cell, office, 50).stream()
              .filter(
                  held -> all.stream().anyMatch(own -> own.post().id().equals(held.post().id())))
              .toList();
    if (meant.isEmpty())
      throw new Fault(Column.HELD_BY, new Refused(GoLiveRefusal.HOLDER_UNKNOWN, cell));
    if (meant.size() > 1)
      throw new Fault(Column.HELD_BY, new Refused(GoLiveRefusal.HOLDER_UNCLEAR, cell));
    return meant.getFirst().post().id();
  }

  private static boolean named(Post.Held held, String key, String word) {
    Post post = held.post();
    String mark = post.mark().toUpperCase(Locale.ROOT);
    return mark.equals(word)
        || mark.split("-", 2)[0].equals(word)
        || Folding.key(post.designationHi()).equals(key)
        || Folding.key(post.designationEn()).equals(key)
        || Folding.key(post.shortHi()).equals(key)
        || !held.holderHi().isEmpty() && Folding.key(held.holderHi()).equals(key)
        || !held.holderEn().isEmpty() && Folding.key(held.holderEn()).equals(key);
  }
}
