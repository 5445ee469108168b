package karyalay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import karyalay.Given.Seat;
import karyalay.dak.Arrivals;
import karyalay.dak.Aside;
import karyalay.dak.Closing;
import karyalay.dak.Corrections;
import karyalay.dak.Diary;
import karyalay.dak.Enclosures;
import karyalay.dak.Filing;
import karyalay.dak.Marking;
import karyalay.dak.Pavatis;
import karyalay.dak.Writing;
import karyalay.desk.Claims;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.files.Consultations;
import karyalay.files.Cover;
import karyalay.files.Covers;
import karyalay.files.FileParts;
import karyalay.files.FileSlips;
import karyalay.files.FileTies;
import karyalay.files.Files;
import karyalay.files.FlagTarget;
import karyalay.files.Flags;
import karyalay.files.InFiles;
import karyalay.files.LegacyFile;
import karyalay.files.LegacyFiles;
import karyalay.files.Mergings;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.files.Parkings;
import karyalay.files.Precedents;
import karyalay.golive.Callers;
import karyalay.golive.GoLive;
import karyalay.golive.Staff;
import karyalay.golive.StaffRight;
import karyalay.mailbox.Mail;
import karyalay.mailbox.Mailboxes;
import karyalay.mailbox.Mailing;
import karyalay.organisation.Calendars;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Holiday;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Place;
import karyalay.organisation.PlaceList;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.organisation.Series;
import karyalay.preparing.Approval;
import karyalay.preparing.InPreparing;
import karyalay.preparing.Preparing;
import karyalay.preparing.Wording;
import karyalay.shared.Act;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every act of the office sent twice, as by a finger that pressed twice or a line that broke
/// before the answer: it is done once, answered alike, and its id serves no other act.
@KaryalayTest
class DoublePressTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired InFiles in;
  @Autowired Arrivals arrivals;
  @Autowired Movements movements;
  @Autowired Diary diary;
  @Autowired Marking marking;
  @Autowired Closing closing;
  @Autowired Filing filing;
  @Autowired Corrections corrections;
  @Autowired Enclosures enclosures;
  @Autowired Pavatis pavatis;
  @Autowired Aside aside;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Parkings parkings;
  @Autowired FileParts parts;
  @Autowired FileTies ties;
  @Autowired FileSlips slips;
  @Autowired Flags flags;
  @Autowired Mergings mergings;
  @Autowired Consultations consultations;
  @Autowired Precedents precedents;
  @Autowired LegacyFiles legacy;
  @Autowired Masters masters;
  @Autowired Offices offices;
  @Autowired Posts posts;
  @Autowired Charges charges;
  @Autowired Calendars calendars;
  @Autowired PlaceList places;
  @Autowired Series series;
  @Autowired Claims claims;
  @Autowired InPreparing prepared;
  @Autowired Preparing preparing;
  @Autowired Approval approval;
  @Autowired Mailboxes mailboxes;
  @Autowired Mailing mailing;
  @Autowired Callers callers;
  @Autowired Staff staff;
  @Autowired StaffRight right;
  @Autowired GoLive goLive;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  private record Press(Seat by, Function<Act, Object> door) {}

  @TestFactory
  Stream<DynamicTest> what_is_sent_twice_is_done_once() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    Map<String, Press> presses = new LinkedHashMap<>();
    papers(presses, thana, district);
    dak(presses, thana);
    filing(presses, thana, district);
    shared(presses, thana);
    administration(presses, thana, district);
    beginning(presses, district);
    return presses.entrySet().stream()
        .map(press -> DynamicTest.dynamicTest(press.getKey(), () -> once(press.getValue())));
  }

  private void once(Press press) {
    Act act = press.by().act();
    Object first = press.door().apply(act);
    long entries = entries(act);
    assertThat(entries).as("what was done stands in the ledger").isPositive();
    assertThat(press.door().apply(act)).as("the same answer").isEqualTo(first);
    assertThat(entries(act)).isEqualTo(entries);
    var other = new Act(act.id(), act.by(), Sha256.of("another request"));
    assertThatExceptionOfType(Refused.class)
        .as("another request under the same id")
        .isThrownBy(() -> press.door().apply(other))
        .extracting(Refused::reason)
        .isEqualTo(SharedRefusal.ACT_ID_USED);
    assertThat(entries(act)).isEqualTo(entries);
  }

  private void papers(Map<String, Press> all, Given.Thana thana, Given.District district) {
    Seat hm = thana.hm();
    var to = new Move.Forward(thana.sho().post(), Task.ACTION, "");
    PaperId forwarded = desks.paper(hm);
    all.put("forward", done(hm, act -> movements.forward(act, forwarded, to)));
    PaperId pulled = desks.paper(hm);
    movements.forward(hm.act(), pulled, to);
    all.put("pull back", done(hm, act -> movements.move(act, pulled, new Move.PullBack())));
    PaperId received = desks.physical(hm);
    movements.forward(hm.act(), received, to);
    all.put("receive", done(thana.sho(), act -> movements.move(act, received, new Move.Receive())));
    PaperId sentBack = desks.paper(hm);
    movements.forward(hm.act(), sentBack, to);
    all.put(
        "send back",
        done(thana.sho(), act -> movements.move(act, sentBack, new Move.SendBack("मेरा नहीं"))));
    PaperId parked = desks.paper(hm);
    var park = new Move.Park(time.today().plusDays(3), "प्रतीक्षा");
    all.put("park", done(hm, act -> movements.move(act, parked, park)));
    PaperId resumed = desks.paper(hm);
    movements.move(hm.act(), resumed, park);
    all.put("take up", done(hm, act -> movements.move(act, resumed, new Move.Resume())));
    PaperId closed = desks.paper(hm);
    all.put("close", done(hm, act -> movements.move(act, closed, new Move.Close("पूर्ण"))));
    PaperId graded = desks.paper(hm);
    all.put("grade", done(hm, act -> movements.grade(act, graded, Urgency.IMMEDIATE)));
    PaperId classed = desks.paper(hm);
    all.put(
        "classify",
        done(hm, act -> movements.classify(act, classed, Classification.CONFIDENTIAL, "")));
    PaperId granted = desks.paper(hm);
    all.put("grant", done(hm, act -> movements.grant(act, granted, thana.si().post())));
    PaperId barred = desks.paper(hm);
    all.put(
        "bar",
        done(hm, act -> movements.bar(act, barred, district.co.person(), "उन्हीं के विरुद्ध")));
  }

  private void dak(Map<String, Press> all, Given.Thana thana) {
    Seat hm = thana.hm();
    all.put(
        "diarise", made(hm, act -> diary.diarise(act, Arrivals.sheet(Writing.petition()), null)));
    all.put("keep an entry", made(hm, act -> diary.keep(act, Arrivals.sheet(Writing.petition()))));
    var thrown = diary.keep(hm.act(), Arrivals.sheet(Writing.petition()));
    all.put("throw away", done(hm, act -> diary.discard(act, thrown)));
    var restored = diary.keep(hm.act(), Arrivals.sheet(Writing.petition()));
    diary.discard(hm.act(), restored);
    all.put("restore", done(hm, act -> diary.restore(act, restored)));
    PaperId marked = arrivals.electronic(hm);
    var order = Arrivals.order(thana.sho().post(), thana.si().post());
    all.put("mark", done(hm, act -> marking.send(act, List.of(marked), order)));
    PaperId returned = arrivals.electronic(hm);
    arrivals.send(hm, returned, thana.si().post());
    all.put("return", done(thana.si(), act -> marking.returnAsWrong(act, returned, "हल्का दूसरा")));
    PaperId closed = arrivals.electronic(hm);
    all.put("close a receipt", done(hm, act -> closing.close(act, closed, "दाखिल दफ्तर")));
    PaperId reopened = arrivals.electronic(hm);
    closing.close(hm.act(), reopened, "दाखिल दफ्तर");
    all.put("reopen a receipt", done(hm, act -> closing.reopen(act, reopened, "पूरक")));
    PaperId filed = arrivals.electronic(hm);
    in.open(hm, "दोहरा/1", Classification.NORMAL);
    all.put("put in file", done(hm, act -> filing.put(act, filed, "दोहरा/1")));
    PaperId corrected = arrivals.diarise(hm, Writing.petition());
    var writing = Writing.petition().with(w -> w.name = "राम औतार उर्फ मुन्ना").done();
    all.put("correct", done(hm, act -> corrections.correct(act, corrected, writing)));
    PaperId missing =
        arrivals.diarise(
            hm,
            Writing.letter()
                .with(w -> {
                  w.letterNumber = "दोहरा";
                  w.missing = List.of("नक्शा", "सूची");
                }));
    all.put("receive an enclosure", done(hm, act -> enclosures.receive(act, missing, 1)));
    all.put("waive an enclosure", done(hm, act -> enclosures.waive(act, missing, 2, "छूट")));
    PaperId acknowledged = arrivals.diarise(hm, Writing.petition());
    all.put("acknowledge", done(hm, act -> pavatis.give(act, acknowledged)));
    PaperId followed = arrivals.electronic(hm);
    all.put("follow up", done(hm, act -> aside.follow(act, followed, null, "देखें")));
    all.put("put in a folder", done(hm, act -> aside.file(act, followed, "मासिक")));
  }

  private void filing(Map<String, Press> all, Given.Thana thana, Given.District district) {
    Seat hm = thana.hm();
    all.put("open a file", made(hm, act -> files.open(act, Covers.free("दोहरी-खोल"), null)));
    PaperId file = in.open(hm);
    PaperId letter = desks.paper(hm);
    all.put("enclose", done(hm, act -> files.enclose(act, letter, file)));
    var cover = new Cover("नया विषय", "", "hi", "", "", "");
    all.put("change the cover", done(hm, act -> files.edit(act, file, cover)));
    all.put("write a note", made(hm, act -> notes.write(act, file, NewNote.plain("टिप्पणी"))));
    in.letter(hm, file, 2);
    var page = new Flags.Wanted("", FlagTarget.PAGE, file, 2);
    all.put("flag", made(hm, act -> flags.set(act, file, page)));
    all.put("lift a flag", done(hm, act -> flags.lift(act, file, "A")));
    all.put(
        "consult",
        made(
            hm,
            act ->
                consultations.ask(
                    act, file, thana.sho().post(), "मत दें", time.today().plusDays(4))));
    PaperId other = in.open(hm);
    all.put("link", made(hm, act -> ties.link(act, file, other, "other-papers", "")));
    PaperId attached = in.open(hm);
    all.put("attach", made(hm, act -> ties.attach(act, file, attached, "other-papers", "")));
    PaperId source = in.open(hm);
    all.put(
        "ask for a merging", made(hm, act -> mergings.ask(act, source, Optional.of(other), "एक")));
    var ruling = new Precedents.Ruling(file, 0, "मेला", "दो प्लाटून", time.today());
    all.put("enter a ruling", made(hm, act -> precedents.enter(act, ruling)));
    all.put(
        "take a paper out",
        done(hm, act -> slips.takeOut(act, file, 1, "भूल", Optional.empty(), "लाइन")));
    PaperId thick = in.open(hm);
    in.letter(hm, thick, 160);
    all.put("open a volume", made(hm, act -> parts.openVolume(act, thick)));
    PaperId away = in.open(hm);
    in.send(hm, away, district.co);
    all.put("open a part", made(hm, act -> parts.openPart(act, away, "मुख्य बाहर")));
    PaperId waiting = in.open(hm);
    all.put("park a file", done(hm, act -> parkings.park(act, waiting, null, true, "पत्र")));
    var old = new LegacyFile("77/98", "मेड़", LocalDate.of(1998, 1, 1), "", "", "");
    all.put("enter an old file", made(hm, act -> legacy.enter(act, old, List.of())));
  }

  private void administration(Map<String, Press> all, Given.Thana thana, Given.District district) {
    Seat sp = district.sp;
    LocalDate today = time.today();
    var outpost = new Office.Facts("outpost", "DBL", "चौकी", "Outpost", "", List.of());
    all.put("open an office", made(sp, act -> offices.open(act, thana.id(), outpost, today)));
    var facts = new Post.Facts("नया पद", "New post", "", "inspector", false, false);
    all.put("make a post", made(sp, act -> posts.create(act, thana.id(), "NP", facts, today)));
    Seat going = district.seat(thana.office(), "GO", "समाप्त", 30);
    all.put("abolish a post", made(sp, act -> posts.abolish(act, going.post(), today)));
    var charge =
        new Charge.Facts(
            thana.si().person(), thana.ssi().post(), Capacity.ADDITIONAL, today, LocalDate.MAX);
    all.put("give a charge", made(sp, act -> charges.give(act, charge)));
    UUID ending = charges.on(thana.hm().post()).getFirst().id();
    all.put("end a charge", made(sp, act -> charges.end(act, ending, today.plusDays(9))));
    var fair = new Holiday.Facts(today.plusDays(40), false, "मेला", "Fair", true);
    all.put("declare a holiday", made(sp, act -> calendars.declare(act, district.id, fair)));
    var phrase = new Master.Facts("देखा", "Seen", 1, Map.of());
    all.put(
        "edit a list",
        made(sp, act -> masters.put(act, district.id, "PHRASE", "dekha", phrase, today)));
    var village = new Place.Facts("village", "खड़नी", "Kharni", "Tirwa");
    all.put("enter a village", made(sp, act -> places.enter(act, district.id, village, today)));
    int year = today.getYear();
    all.put("go on from paper", done(sp, act -> series.begin(act, thana.id(), "ISSUE", year, 40)));
    all.put("reserve", made(sp, act -> series.reserve(act, thana.id(), "FILE", year, 5)));
  }

  /// What several do together: at a counter, and for one another.
  private void shared(Map<String, Press> all, Given.Thana thana) {
    Seat member = thana.hmAtCounter();
    PaperId taken = desks.paper(member);
    all.put("take at a counter", done(member, act -> claims.take(act, taken)));
    PaperId over = desks.paper(member);
    all.put("take over", done(member, act -> claims.takeOver(act, over, "पाली बदली")));
    PaperId back = desks.paper(member);
    claims.take(member.act(), back);
    all.put("give back to the counter", done(member, act -> claims.giveBack(act, back)));

    Seat hm = thana.hm();
    Seat sho = thana.sho();
    PaperId file = prepared.file(hm, sho);
    var words = new Wording(NoteKind.NOTE, "", "आदेशार्थ", List.of(), Task.APPROVAL, null);
    all.put("prepare", made(hm, act -> preparing.prepare(act, file, words)));
    UUID revised = prepared.note(hm, file, "पहले");
    all.put("change what was prepared", done(hm, act -> preparing.revise(act, revised, words)));
    UUID withdrawn = prepared.note(hm, file, "भूल");
    all.put("withdraw", done(hm, act -> preparing.withdraw(act, withdrawn)));
    UUID returned = prepared.note(hm, file, "अधूरा");
    all.put("return", done(sho, act -> approval.giveBack(act, returned, "पूरा करें")));
    UUID approved = prepared.note(hm, prepared.file(hm, sho), "स्वीकृति हेतु");
    all.put("approve", done(sho, act -> approval.approve(act, approved, null)));
  }

  private void beginning(Map<String, Press> all, Given.District district) {
    var thana = district.thana("छिबरामऊ");
    Seat hm = thana.hm();
    Seat sho = thana.sho();
    UUID spam = mailboxes.mail(hm);
    all.put("put an e-mail aside", done(hm, act -> mailing.putAside(act, spam, Mail.Reason.SPAM, "")));
    UUID mail = mailboxes.mail(district.reader);
    all.put(
        "begin with an e-mail",
        made(district.reader, act -> mailing.begin(act, mail, java.util.Set.of())));
    var by = callers.of(sho);
    all.put(
        "let a post look after people",
        done(sho, act -> right.delegate(act, by, thana.id(), hm.post(), true)));
    all.put(
        "move a person",
        made(sho, act -> staff.move(act, by, thana.id(), thana.si().person(), "BT")));
    all.put(
        "release a person",
        made(sho, act -> staff.release(act, by, thana.id(), thana.ssi().person(), true)));
    var admin = callers.admin(district.reader);
    all.put(
        "run two registers",
        done(
            district.reader,
            act -> goLive.parallel(act, admin, thana.id(), time.today().plusDays(9))));
    all.put("certify", done(district.reader, act -> goLive.certify(act, admin, thana.id())));
  }

  private static Press done(Seat by, java.util.function.Consumer<Act> door) {
    return new Press(
        by,
        act -> {
          door.accept(act);
          return "done";
        });
  }

  private static Press made(Seat by, Function<Act, Object> door) {
    return new Press(by, door);
  }

  private long entries(Act act) {
    return db.sql("SELECT count(*) FROM ledger.entry WHERE act_id = ?")
        .param(act.id().value())
        .query(Long.class)
        .single();
  }
}
