package karyalay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// A test on the whole program and a real database. All of them share one context and one server;
/// each makes its own district ({@link Given}) and reads only that.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      // Where letters lead that are signed outside a request.
      "karyalay.own-address=https://office.example",
      "springdoc.paths-to-match=/api/v1/**",
      "springdoc.writer-with-order-by-keys=true"
    })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface KaryalayTest {}
