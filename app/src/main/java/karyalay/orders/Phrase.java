package karyalay.orders;

import java.util.UUID;
import karyalay.desk.Task;
import org.jspecify.annotations.Nullable;

/// Words of an order that are ready to be given by one key, with what usually goes with them.
///
/// @param code of the master entry, or the id of a phrase of one's own
/// @param digit key that gives it, 1 to 9; 0 for none
/// @param last to whom it last went; null when it goes to whom the paper came from
/// @param days by when an answer is asked, in days from today; 0 takes the usual limit
public record Phrase(
    String code,
    Owner owner,
    String wordsHi,
    String wordsEn,
    int digit,
    Does does,
    Goes goes,
    Task task,
    int days,
    @Nullable Last last) {

  /// Whose phrase it is.
  public enum Owner {
    EVERYBODY,
    OFFICE,
    PERSON
  }

  /// To whom it goes when nobody else is named.
  public enum Goes {
    /// Whoever the paper came from.
    FROM,
    /// Whoever an order of these words last went to.
    LAST
  }

  /// A post by its mark and what people call it.
  public record Last(UUID post, String mark, String nameHi, String nameEn) {}

  Phrase at(@Nullable Last usual) {
    return new Phrase(code, owner, wordsHi, wordsEn, digit, does, goes, task, days, usual);
  }
}
