package karyalay;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import karyalay.organisation.DistrictLoader;
import karyalay.organisation.Folding;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A small fresh district for a test, with codes and police numbers of its own, so that no test
/// meets another's rows. Inject it: `@Autowired Given given`, then `given.district()`.
@Component
public class Given {
  /// Everything made here began on this day.
  public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AtomicInteger NEXT_PNO = new AtomicInteger(500_000_000);

  private final JdbcClient db;
  private final DistrictLoader loader;

  Given(JdbcClient db, DistrictLoader loader) {
    this.db = db;
    this.loader = loader;
  }

  /// The demonstration district as it is shipped, loaded by whichever test asks first. Read it;
  /// what a test changes, it changes in a district of its own.
  public synchronized OfficeId kannauj() {
    return loader
        .district("KNJ")
        .orElseGet(() -> loader.demonstration(new ClassPathResource("district/kannauj/")));
  }

  /// The regular holder of a post of the demonstration district, by its mark.
  public Seat kannauj(String mark) {
    return db.sql(
            """
            SELECT c.post, c.person, p.mark, e.pno
            FROM organisation.v_charge c
            JOIN organisation.v_post p ON p.id = c.post
            JOIN organisation.person e ON e.id = c.person
            WHERE p.district = ? AND p.mark = ? AND c.capacity = 'REGULAR'
            """)
        .params(kannauj().value(), mark)
        .query((row, n) ->
            new Seat(
                new PostId(row.getObject("post", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("mark"),
                row.getString("pno"),
                Capacity.REGULAR))
        .single();
  }

  /// A new district: its SP, his reader, the ASP and one circle officer, each in an office of his
  /// own. Thanas are made by {@link District#thana}.
  public District district() {
    return new District();
  }

  /// An office as the test needs to name it.
  public record Office(OfficeId id, String code, String name) {}

  /// A person on a post.
  public record Seat(PostId post, PersonId person, String mark, String pno, Capacity capacity) {
    public Actor actor() {
      return new Actor(person, post, capacity);
    }

    public Scope scope() {
      return new Scope(person, post);
    }

    /// A new act of this person, as a form would send it.
    public Act act() {
      return Act.of(actor());
    }
  }

  /// A police station: head, second, an enquiry officer, the head clerk, and its dak counter, which
  /// the head clerk works too.
  public record Thana(
      Office office, Seat sho, Seat ssi, Seat si, Seat hm, PostId counter, Seat hmAtCounter) {
    public OfficeId id() {
      return office.id();
    }
  }

  /// The tree: district, SP's office, reader's office under it, ASP's office, circle, thanas.
  public final class District {
    public final Office office = make(null, "district", "जनपद परीक्षण");
    public final OfficeId id = office.id();
    public final Office spOffice = make(id, "sp-office", "पुलिस अधीक्षक कार्यालय");
    public final Office readerOffice = make(spOffice.id(), "branch", "वाचक कार्यालय");
    public final Office aspOffice = make(spOffice.id(), "asp-office", "अपर पुलिस अधीक्षक कार्यालय");
    public final Office circle = make(aspOffice.id(), "circle-office", "क्षेत्राधिकारी कार्यालय");
    public final Seat sp = head(spOffice, "SP", "पुलिस अधीक्षक", 80);
    public final Seat reader = head(readerOffice, "RDR", "वाचक", 50);
    public final Seat asp = head(aspOffice, "ASP", "अपर पुलिस अधीक्षक", 70);
    public final Seat co = head(circle, "CO", "क्षेत्राधिकारी", 60);

    private District() {
      redraw(id);
    }

    /// A thana of this name under the circle.
    public Thana thana(String name) {
      return thana(circle, name);
    }

    public Thana thana(Office circle, String name) {
      Office office = make(circle.id(), "thana", name);
      Seat sho = head(office, "SHO", "थानाध्यक्ष", 50);
      Seat ssi = seat(office, "SSI", "वरिष्ठ उप निरीक्षक", 40);
      Seat si = seat(office, "SI", "उप निरीक्षक", 40);
      Seat hm = seat(office, "HM", "हेड मोहर्रिर", 20);
      PostId counter = post(office, "PTL", "थाना डाक", 10, false, true);
      Seat hmAtCounter = charge(hm, counter, Capacity.MEMBER);
      return new Thana(office, sho, ssi, si, hm, counter, hmAtCounter);
    }

    /// Another office of any kind, without posts.
    public Office office(Office parent, String kind, String name) {
      Office made = make(parent.id(), kind, name);
      redraw(made.id());
      return made;
    }

    /// The post that heads the office, with a person on it.
    public Seat head(Office at, String abbreviation, String designation, int level) {
      return sit(post(at, abbreviation, designation, level, true, false));
    }

    /// An ordinary post with a person on it.
    public Seat seat(Office at, String abbreviation, String designation, int level) {
      return sit(post(at, abbreviation, designation, level, false, false));
    }

    /// A post that nobody holds: it still receives (OP-8).
    public PostId vacant(Office at, String abbreviation) {
      return post(at, abbreviation, "रिक्त पद", 20, false, false);
    }

    /// A counter worked by all these people (OP-123).
    public PostId counter(Office at, String abbreviation, Seat... members) {
      PostId counter = post(at, abbreviation, "पटल", 10, false, true);
      Arrays.stream(members).forEach(member -> charge(member, counter, Capacity.MEMBER));
      return counter;
    }

    /// Gives a person of this district one more post, from long ago and without end.
    public Seat charge(Seat holder, PostId post, Capacity capacity) {
      LocalDate until =
          capacity == Capacity.LINK
              ? LocalDate.now(karyalay.shared.OfficeTime.ZONE).plusDays(30)
              : FOR_EVER;
      return charge(holder, post, capacity, LONG_AGO, until);
    }

    /// The same for stated days; the last day is the one before `end`.
    public Seat charge(
        Seat holder, PostId post, Capacity capacity, LocalDate start, LocalDate end) {
      give(holder.person(), post, capacity, start, end);
      return new Seat(post, holder.person(), markOf(post), holder.pno(), capacity);
    }

    /// The post is no more, from today; nobody holds it.
    public void abolish(PostId post) {
      db.sql("UPDATE organisation.charge SET valid_to = organisation.today() WHERE post = ?")
          .param(post.value())
          .update();
      db.sql("UPDATE organisation.post SET valid_to = organisation.today() WHERE id = ?")
          .param(post.value())
          .update();
      redraw(id);
    }

    /// Nobody sits there any more: charges end today.
    public void vacate(PostId post) {
      db.sql("UPDATE organisation.charge SET valid_to = organisation.today() WHERE post = ?")
          .param(post.value())
          .update();
    }

    private Office make(
        @org.jspecify.annotations.Nullable OfficeId parent, String kind, String name) {
      OfficeId made = OfficeId.next();
      OfficeId district = parent == null ? made : id;
      String code = code();
      db.sql(
              """
              INSERT INTO organisation.office
                  (id, parent, district, kind, code, name_hi, name_en, short_hi, valid_from)
              VALUES (:id, :parent, :district, :kind, :code, :name, :name, :name, :from)
              """)
          .param("id", made.value())
          .param("parent", parent == null ? null : parent.value(), java.sql.Types.OTHER)
          .param("district", district.value())
          .param("kind", kind)
          .param("code", code)
          .param("name", name)
          .param("from", LONG_AGO)
          .update();
      return new Office(made, code, name);
    }

    private PostId post(
        Office at,
        String abbreviation,
        String designation,
        int level,
        boolean head,
        boolean counter) {
      PostId made = PostId.next();
      int earlier =
          db.sql("SELECT count(*) FROM organisation.post WHERE office = ? AND abbreviation = ?")
              .params(at.id().value(), abbreviation)
              .query(Integer.class)
              .single();
      String mark = abbreviation + "-" + at.code() + (earlier == 0 ? "" : "-" + (earlier + 1));
      db.sql(
              """
              INSERT INTO organisation.post
                  (id, office, district, abbreviation, ordinal, mark, designation_hi, designation_en,
                   short_hi, rank, level, head, counter, key, valid_from)
              VALUES (:id, :office, :district, :abbreviation, :ordinal, :mark, :designation,
                      :designation, left(:designation, 22), 'inspector', :level, :head, :counter,
                      :key, :from)
              """)
          .param("id", made.value())
          .param("office", at.id().value())
          .param("district", id.value())
          .param("abbreviation", abbreviation)
          .param("ordinal", earlier == 0 ? 0 : earlier + 1)
          .param("mark", mark)
          .param("key", Folding.key(mark, designation, at.name()))
          .param("designation", designation)
          .param("level", level)
          .param("head", head)
          .param("counter", counter)
          .param("from", LONG_AGO)
          .update();
      redraw(at.id());
      return made;
    }

    private Seat sit(PostId post) {
      PersonId person = new PersonId(UUID.randomUUID());
      String pno = Integer.toString(NEXT_PNO.incrementAndGet());
      db.sql(
              """
              INSERT INTO organisation.person
                  (id, pno, name_hi, name_en, mobile, gender, rank, joined_on, key, sort_key, valid_from)
              VALUES (:id, :pno, :hi, :en, :mobile, 'MALE', 'inspector', :from, :key, '\\x00', :from)
              """)
          .param("id", person.value())
          .param("pno", pno)
          .param("hi", "परीक्षण नमूना " + pno)
          .param("en", "Test Namoona " + pno)
          .param("key", Folding.key("परीक्षण नमूना", "Test Namoona", pno))
          .param("mobile", "99999" + pno.substring(4))
          .param("from", LONG_AGO)
          .update();
      give(person, post, Capacity.REGULAR, LONG_AGO, FOR_EVER);
      return new Seat(post, person, markOf(post), pno, Capacity.REGULAR);
    }

    private void give(
        PersonId person, PostId post, Capacity capacity, LocalDate start, LocalDate end) {
      db.sql(
              """
              INSERT INTO organisation.charge (id, person, post, capacity, valid_from, valid_to)
              VALUES (gen_random_uuid(), :person, :post, :capacity, :start,
                      CASE WHEN :end = DATE '9999-12-31' THEN 'infinity'::date ELSE :end END)
              """)
          .param("person", person.value())
          .param("post", post.value())
          .param("capacity", capacity.name())
          .param("start", start)
          .param("end", end)
          .update();
    }
  }

  private String markOf(PostId post) {
    return db.sql("SELECT mark FROM organisation.post WHERE id = ?")
        .param(post.value())
        .query(String.class)
        .single();
  }

  private void redraw(OfficeId top) {
    db.sql("SELECT organisation.redraw(?)").param(top.value()).query(Object.class).single();
  }

  private static String code() {
    String digits = Integer.toString(RANDOM.nextInt(36 * 36 * 36 * 36 * 36), 36);
    return "T" + digits.toUpperCase(Locale.ROOT);
  }
}
