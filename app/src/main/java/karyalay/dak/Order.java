package karyalay.dak;

import java.time.LocalDate;
import java.util.List;
import karyalay.desk.Task;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// To whom something is sent, for what, by when.
///
/// @param to the first gets the paper itself, the others a copy each with its own trail (OP-25)
/// @param due null takes the usual limit
/// @param decided whether an order goes with it, which ends a to and fro (OP-94)
public record Order(
    List<PostId> to, Task task, String remark, @Nullable LocalDate due, boolean decided) {
  public Order(List<PostId> to, Task task, String remark, @Nullable LocalDate due) {
    this(to, task, remark, due, false);
  }
}
