package karyalay.access.web;

import static karyalay.web.MayCall.Who.ANYONE;

import karyalay.web.MayCall;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What the API offers, as OpenAPI 3.1. It is made from the routes when the golden files are
/// written, and a test compares it with them, so that the running program need not make it.
@Controller
class ApiDescription {
  private static final Resource DESCRIPTION = new ClassPathResource("api/openapi.json");

  @GetMapping("/api/v1/openapi.json")
  @MayCall(ANYONE)
  ResponseEntity<Resource> openApi() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(DESCRIPTION);
  }
}
