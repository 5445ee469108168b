package karyalay.preparing;

import static karyalay.preparing.PreparingRefusal.OFFICER_GONE;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// Who may prepare for whom: masters of kind `PREPARER`, dated and edited by the district like all
/// others. What is planted is what a thana needs: the head moharrir, the constable moharrirs, the
/// operator and the dak counter prepare for the SHO and his second, an enquiry officer for both of
/// them, never the other way, and nobody for another thana. Beside them the reader, steno and
/// operator of an office prepare for any of its posts, even one of their own level, and those of a
/// branch (वाचक कार्यालय) for the head of the office above, as the SP's reader does.
///
/// A line reads: `where = office` or `branch`; `junior = true`, only for posts above his own;
/// `posts = RDR | STENO`, only those posts, all without it.
@Component
class Preparers {
  private final Masters masters;
  private final Posts posts;
  private final Offices offices;

  Preparers(Masters masters, Posts posts, Offices offices) {
    this.masters = masters;
    this.posts = posts;
    this.offices = offices;
  }

  /// That a post may prepare for another.
  ///
  /// @throws Refused `MAY_NOT_PREPARE`, `OFFICER_GONE`
  void require(PostId by, PostId officer) {
    Post preparer = posts.live(by);
    Post head = live(officer);
    Office own = offices.find(preparer.office()).orElse(null);
    OfficeId above = own == null ? null : own.parent();
    PreparingRules.mayPrepare(rules(head.district()), preparer, above, head);
  }

  private Post live(PostId officer) {
    try {
      return posts.live(officer);
    } catch (Refused refused) {
      if (refused.reason() == OrganisationRefusal.POST_OUTSIDE) throw refused;
      String mark = posts.find(officer).map(Post::mark).orElse("");
      throw new Refused(OFFICER_GONE, mark);
    }
  }

  private List<PreparingRules.Rule> rules(OfficeId district) {
    return masters.of("PREPARER", district).stream().map(Preparers::rule).toList();
  }

  private static PreparingRules.Rule rule(Master line) {
    return new PreparingRules.Rule(
        line.text("where").equals("branch"), line.flag("junior"), marks(line.data().get("posts")));
  }

  private static Set<String> marks(@org.jspecify.annotations.Nullable Object listed) {
    return switch (listed) {
      case null -> Set.of();
      case Collection<?> many ->
          many.stream().map(Preparers::mark).collect(Collectors.toUnmodifiableSet());
      case Object one -> Set.of(mark(one));
    };
  }

  private static String mark(Object one) {
    return one.toString().strip().toUpperCase(Locale.ROOT);
  }
}
