package karyalay.files;

import java.util.List;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Opens files and puts letters of many pages into them, through the doors.
@Component
public class InFiles {
  private final Files files;
  private final OnDesks desks;
  private final Movements movements;
  private final JdbcClient db;

  InFiles(Files files, OnDesks desks, Movements movements, JdbcClient db) {
    this.files = files;
    this.desks = desks;
    this.movements = movements;
    this.db = db;
  }

  public PaperId open(Seat by) {
    return open(by, Classification.NORMAL);
  }

  public PaperId open(Seat by, Classification classification) {
    return open(by, "परीक्षण/" + UUID.randomUUID().toString().substring(24), classification);
  }

  public PaperId open(Seat by, String number, Classification classification) {
    var cover =
        new NewFile(
            "मेड़ के विवाद के सम्बन्ध में",
            List.of(),
            number,
            "",
            "hi",
            "",
            "",
            classification,
            Urgency.ORDINARY,
            false);
    return files.open(by.act(), cover, null);
  }

  /// A letter with this many pages, in a file on the same desk.
  public PaperId letter(Seat by, PaperId file, int pages) {
    PaperId letter = desks.paper(by);
    db.sql(
            """
            WITH scan AS (
                INSERT INTO documents.document (id, sha256, type, bytes, pages, made_at)
                SELECT :id, sha256(cast(cast(:id AS text) AS bytea)), 'PDF', 1000, :pages, now()
                RETURNING id
            )
            INSERT INTO desk.attachment (content, serial, document, name, pages, person, at)
            SELECT p.content, 1, scan.id, 'scan', :pages, :person, now()
            FROM scan CROSS JOIN desk.paper p WHERE p.id = :letter
            """)
        .param("id", UUID.randomUUID())
        .param("pages", pages)
        .param("person", by.person().value())
        .param("letter", letter.value())
        .update();
    files.enclose(by.act(), letter, file);
    return letter;
  }

  public void send(Seat from, PaperId file, Seat to) {
    movements.forward(from.act(), file, new Move.Forward(to.post(), Task.ACTION, ""));
  }

  public String number(PaperId file) {
    return db.sql("SELECT number FROM desk.v_paper WHERE id = ?")
        .param(file.value())
        .query(String.class)
        .single();
  }

  List<String> acts(PaperId file) {
    return desks.acts(file);
  }
}
