package karyalay.dak.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Counts the SQL statements that a piece of work sends in its own thread.
final class Statements {
  private static final String SENT = "Executing prepared SQL statement";

  private Statements() {}

  static List<String> of(Runnable work) {
    var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = logger.getLevel();
    boolean additive = logger.isAdditive();
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.setAdditive(false);
    logger.addAppender(lines);
    logger.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      logger.setLevel(before);
      logger.detachAppender(lines);
      logger.setAdditive(additive);
    }
    String thread = Thread.currentThread().getName();
    return lines.list.stream()
        .filter(line -> line.getThreadName().equals(thread))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.startsWith(SENT))
        .toList();
  }
}
