package karyalay.dispatch;

import karyalay.drafts.LetterId;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How posts and offices are called, and whether they are there.
@Repository
class PostNames {
  private final JdbcClient db;

  PostNames(JdbcClient db) {
    this.db = db;
  }

  boolean live(PostId post) {
    return db.sql("SELECT EXISTS (SELECT FROM organisation.v_post WHERE id = ?)")
        .param(post.value())
        .query(Boolean.class)
        .single();
  }

  String office(OfficeId office) {
    return db.sql("SELECT name_hi FROM organisation.v_office WHERE id = ?")
        .param(office.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /// Who signed: designation and name.
  record Signatory(String designation, String name, String officeCode) {}

  Signatory signatory(LetterId letter) {
    return db.sql(
            """
            SELECT t.designation_hi AS designation, coalesce(x.name_hi, '') AS name,
                   o.code AS office_code
            FROM drafts.v_letter l
            JOIN organisation.v_post_ever t ON t.id = l.signatory
            JOIN organisation.v_office o ON o.id = l.office
            LEFT JOIN organisation.v_person x ON x.id = l.signed_person
            WHERE l.id = ?
            """)
        .param(letter.value())
        .query(Signatory.class)
        .single();
  }

  /// The class of the paper that a letter was written on.
  String classification(LetterId letter) {
    return db.sql(
            """
            SELECT p.class FROM drafts.v_letter l JOIN desk.v_paper p ON p.id = l.paper WHERE l.id = ?
            """)
        .param(letter.value())
        .query(String.class)
        .single();
  }
}
