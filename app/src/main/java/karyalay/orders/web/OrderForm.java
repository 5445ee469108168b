package karyalay.orders.web;

import static karyalay.web.Day.Leans.AHEAD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import karyalay.desk.Task;
import karyalay.desk.web.Addressee;
import karyalay.orders.Does;
import karyalay.orders.Groups;
import karyalay.orders.NewOrder;
import karyalay.orders.OrdersRefusal;
import karyalay.orders.Phrase;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.web.Day;
import org.jspecify.annotations.Nullable;

/// What the order bar sends. What is left empty follows from the phrase.
///
/// @param phrase code of the phrase; empty for words of one's own
/// @param words goes before the words of the phrase
/// @param to marks, several parted by `;`
/// @param group code of a group; its posts are added to those typed
/// @param pin opens the signing key, and keeps it open for the next orders; only where a file is
///   among the papers
record OrderForm(
    @Nullable List<PaperId> papers,
    @Nullable String phrase,
    @Nullable String words,
    @Nullable String to,
    @Nullable String group,
    @Nullable Task task,
    @Day(AHEAD) @Nullable LocalDate due,
    @Nullable String reason,
    @Nullable String pin) {
  private static final Pattern BETWEEN = Pattern.compile("[;\\n]");

  List<PaperId> ticked() {
    return papers == null ? List.of() : papers;
  }

  /// The order that is meant.
  ///
  /// @param offered the phrases of the caller
  NewOrder order(List<Phrase> offered, Posts posts, Groups groups, Caller caller, LocalDate today) {
    Phrase chosen = chosen(offered);
    List<PostId> named = named(posts, groups, caller);
    if (chosen == null && named.isEmpty()) throw new Refused(OrdersRefusal.TO_WHOM);
    if (chosen == null)
      return new NewOrder(
          "", or(words), Does.SEND, named, task == null ? Task.ACTION : task, due, or(reason));
    String said =
        or(words).isBlank()
            ? caller.language().pick(chosen.wordsHi(), chosen.wordsEn())
            : or(words);
    LocalDate day = due == null && chosen.days() > 0 ? today.plusDays(chosen.days()) : due;
    boolean last = named.isEmpty() && chosen.goes() == Phrase.Goes.LAST;
    return new NewOrder(
        chosen.code(),
        said.strip(),
        chosen.does(),
        last && chosen.does() == Does.SEND ? usual(chosen) : named,
        task == null ? chosen.task() : task,
        day,
        or(reason));
  }

  private @Nullable Phrase chosen(List<Phrase> offered) {
    if (or(phrase).isBlank()) return null;
    return offered.stream()
        .filter(one -> one.code().equals(phrase))
        .findFirst()
        .orElseThrow(() -> new Refused(OrdersRefusal.PHRASE_UNKNOWN));
  }

  private static List<PostId> usual(Phrase chosen) {
    Phrase.Last last = chosen.last();
    if (last == null) throw new Refused(OrdersRefusal.TO_WHOM);
    return List.of(new PostId(last.post()));
  }

  private List<PostId> named(Posts posts, Groups groups, Caller caller) {
    var all = new ArrayList<PostId>();
    for (String mark : BETWEEN.split(or(to)))
      if (!mark.isBlank()) all.add(Addressee.of(posts, mark, caller));
    if (!or(group).isBlank()) all.addAll(groups.posts(or(group), caller));
    return all.stream().distinct().toList();
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }
}
