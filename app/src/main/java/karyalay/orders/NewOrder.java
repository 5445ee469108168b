package karyalay.orders;

import java.time.LocalDate;
import java.util.List;
import karyalay.desk.Task;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// An order about to be given.
///
/// @param phrase code of the ready phrase it was made from; empty for words of one's own
/// @param words what is ordered
/// @param to empty: back to whom each paper came from
/// @param due by when an answer is asked; null takes the usual limit
/// @param reason of {@link Delays}, for those of the papers that lay beyond their time; empty for
///   none
public record NewOrder(
    String phrase,
    String words,
    Does does,
    List<PostId> to,
    Task task,
    @Nullable LocalDate due,
    String reason) {}
