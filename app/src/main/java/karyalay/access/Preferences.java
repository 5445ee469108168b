package karyalay.access;

import karyalay.shared.Language;
import karyalay.shared.PersonId;
import karyalay.shared.Typing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a person likes the pages.
@Service
@Transactional
public class Preferences {
  private final JdbcClient db;

  Preferences(JdbcClient db) {
    this.db = db;
  }

  public void language(PersonId person, Language language) {
    db.sql(
            """
            INSERT INTO access.preference (person, language) VALUES (?, ?)
            ON CONFLICT (person) DO UPDATE SET language = excluded.language
            """)
        .params(person.value(), language.name())
        .update();
  }

  /// How he types Hindi, on whatever machine he sits.
  public void typing(PersonId person, Typing typing) {
    db.sql(
            """
            INSERT INTO access.preference (person, typing) VALUES (?, ?)
            ON CONFLICT (person) DO UPDATE SET typing = excluded.typing
            """)
        .params(person.value(), typing.name())
        .update();
  }
}
