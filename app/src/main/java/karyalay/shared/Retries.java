package karyalay.shared;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Goes through a door again when the database made it the loser of a deadlock or of two
/// simultaneous changes: the transaction is undone, the act id is the same, so nothing can happen
/// twice. Only the outermost door begins again, and only with an {@link Act}.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Retries {
  private static final int TIMES = 3;

  /// Before the transaction begins, so that each time is a new one.
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor doorsAgain() {
    var advisor = new DefaultPointcutAdvisor(new Doors(), (MethodInterceptor) Retries::again);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  private static final class Doors extends StaticMethodMatcherPointcut {
    @Override
    public boolean matches(Method method, Class<?> type) {
      return Arrays.asList(method.getParameterTypes()).contains(Act.class)
          && (AnnotatedElementUtils.hasAnnotation(type, Transactional.class)
              || AnnotatedElementUtils.hasAnnotation(method, Transactional.class));
    }
  }

  private static @Nullable Object again(MethodInvocation door) throws Throwable {
    boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
    if (!outermost || !(door instanceof ProxyMethodInvocation whole)) return door.proceed();
    for (int time = 1; time < TIMES; time++)
      try {
        return whole.invocableClone().proceed();
      } catch (DataAccessException lost) {
        if (!undone(lost)) throw lost;
        pause(time);
      }
    return door.proceed();
  }

  /// PostgreSQL's class 40: the whole transaction was undone and may be tried again.
  private static boolean undone(DataAccessException fault) {
    return fault.getMostSpecificCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && cause.getSQLState().startsWith("40");
  }

  private static void pause(int time) throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextInt(5, 30) * (long) time);
  }
}
