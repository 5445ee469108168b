package karyalay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import karyalay.access.Gate;
import karyalay.web.Arguments;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/// Counts the statements that the program sends to the database while tests run.
@Component
public class Statements implements BeanPostProcessor {
  private static final AtomicLong PREPARED = new AtomicLong();
  private static final ThreadLocal<@Nullable List<Sent>> RECORD = new ThreadLocal<>();

  /// Who is asked by every page before and around what it is for.
  private static final Set<String> SHELL = Set.of(Gate.class.getName(), Arguments.class.getName());

  /// A statement as it was prepared.
  ///
  /// @param shell whether it knows the caller or draws the frame of the page: the session with its
  ///   chair, and the counts of the other chairs
  public record Sent(String sql, boolean shell) {}

  /// How many statements were prepared since the program began.
  public static long count() {
    return PREPARED.get();
  }

  /// The statements that a piece of work sends in its own thread.
  public static List<Sent> of(Runnable work) {
    var sent = new ArrayList<Sent>();
    RECORD.set(sent);
    try {
      work.run();
    } finally {
      RECORD.remove();
    }
    return sent;
  }

  private static void sent(String sql) {
    PREPARED.incrementAndGet();
    List<Sent> record = RECORD.get();
    if (record == null) return;
    boolean shell =
        StackWalker.getInstance()
            .walk(frames ->
                frames
                    .takeWhile(frame -> !frame.getClassName().startsWith("jakarta.servlet.http"))
                    .anyMatch(frame -> SHELL.contains(frame.getClassName())));
    record.add(new Sent(sql, shell));
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && name.equals("dataSource")
        ? new Counting(source)
        : bean;
  }

  private static final class Counting extends DelegatingDataSource {
    Counting(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                if (method.getName().equals("prepareStatement")) sent((String) arguments[0]);
                if (method.getName().equals("createStatement")) sent("(not prepared)");
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getTargetException();
                }
              });
    }
  }
}
