package karyalay.desk;

import java.time.Instant;
import karyalay.organisation.Limit;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A paper about to be placed on its first desk.
///
/// @param lead false for a further paper of a content that is there already (marking to many)
/// @param number as written in the office, may be given later by {@link Papers#label}
/// @param title the line that a tray shows
/// @param subtitle beneath it: sender, village
/// @param overall the whole time allowed for this paper; null when its kind has none
/// @param at when the clocks begin: usually now; the true date for what is brought in from paper
public record NewPaper(
    PaperId id,
    ContentId content,
    Kind kind,
    OfficeId district,
    OfficeId office,
    PostId holder,
    boolean lead,
    boolean physical,
    Urgency urgency,
    Classification classification,
    boolean victim,
    String number,
    String title,
    String subtitle,
    Task task,
    @Nullable Limit overall,
    Instant at) {}
