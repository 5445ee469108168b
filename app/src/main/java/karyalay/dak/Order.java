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
public record Order(List<PostId> to, Task task, String remark, @Nullable LocalDate due) {}
