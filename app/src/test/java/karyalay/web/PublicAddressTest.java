package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.shared.VerificationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Whither printed codes lead.
class PublicAddressTest {
  private static final VerificationCode CODE = new VerificationCode("7K2PM04QXR");

  @AfterEach
  void nobody_asks() {
    RequestContextHolder.resetRequestAttributes();
  }

  private static void asked(String scheme, String server, int port) {
    var request = new MockHttpServletRequest("GET", "/files");
    request.setScheme(scheme);
    request.setServerName(server);
    request.setServerPort(port);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @Test
  void what_was_set_goes_before_all_else() {
    var address = new PublicAddress(" https://karyalay.example/office/ ", "http://127.0.0.1:8080");
    assertThat(address.verification(CODE))
        .isEqualTo("https://karyalay.example/office/verify/7K2PM04QXR");
    asked("http", "10.0.0.5", 8080);
    assertThat(address.root()).isEqualTo("https://karyalay.example/office");
  }

  @Test
  void unset_it_is_that_of_the_request_and_without_one_that_at_which_the_program_answers() {
    var address = new PublicAddress("", "https://thana.example:8443");
    assertThat(address.root()).isEqualTo("https://thana.example:8443");
    asked("https", "10.0.0.5", 443);
    assertThat(address.verification(CODE)).isEqualTo("https://10.0.0.5/verify/7K2PM04QXR");
  }
}
