package karyalay;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.shared.Ids;
import karyalay.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Calls routes of the API as another system would: with a token that is bound to one charge and a
/// key for every act.
@Component
public class Api {
  private final ObjectProvider<MockMvcTester> tester;
  private final JdbcClient db;

  Api(ObjectProvider<MockMvcTester> tester, JdbcClient db) {
    this.tester = tester;
    this.db = db;
  }

  /// A system that reads and writes for this seat.
  public Client as(Seat seat) {
    return new Client(token(seat, "{read,write}"));
  }

  /// A system that only reads for this seat.
  public Client readerAs(Seat seat) {
    return new Client(token(seat, "{read}"));
  }

  /// A system that was never given a token.
  public Client stranger() {
    return new Client(null);
  }

  private String token(Seat seat, String scopes) {
    String token = UUID.randomUUID().toString();
    db.sql(
            """
            INSERT INTO access.api_token
                (token_hash, id, person, post, charge, scopes, name, made_at, expires_at)
            SELECT ?, gen_random_uuid(), c.person, c.post, c.id, cast(? AS text[]), 'test', now(),
                   'infinity'
            FROM organisation.v_charge c WHERE c.person = ? AND c.post = ?
            """)
        .params(Sha256.of(token), scopes, seat.person().value(), seat.post().value())
        .update();
    return token;
  }

  /// What came back.
  ///
  /// @param type media type, empty when there is no body
  public record Answer(int status, String type, String body) {
    /// What stands at a JSON path.
    public <T> T at(String path) {
      return JsonPath.read(body, path);
    }

    /// `module.NAME` of a refusal; empty when it is none.
    public String code() {
      return type.startsWith("application/problem+json") ? at("$.code") : "";
    }

    /// The rule a refusal names.
    public String rule() {
      return at("$.rule");
    }

    @Override
    public String toString() {
      return status + " " + type + " " + body;
    }
  }

  /// One system with its token.
  public final class Client {
    private final @Nullable String token;

    private Client(@Nullable String token) {
      this.token = token;
    }

    /// @param path what follows `/api/v1`
    public Answer get(String path, Object... values) {
      var request = tester.getObject().get().uri("/api/v1" + path, values);
      if (token != null) request = request.header("Authorization", "Bearer " + token);
      return answer(request.exchange());
    }

    /// A write under a key of its own.
    public Answer post(String path, String json) {
      return post(Ids.next().toString(), path, json);
    }

    /// A write under this key; null sends none.
    public Answer post(@Nullable String key, String path, String json) {
      var request =
          tester
              .getObject()
              .post()
              .uri("/api/v1" + path)
              .contentType(MediaType.APPLICATION_JSON)
              .content(json.getBytes(StandardCharsets.UTF_8));
      if (token != null) request = request.header("Authorization", "Bearer " + token);
      if (key != null) request = request.header("Idempotency-Key", key);
      return answer(request.exchange());
    }

    private static Answer answer(org.springframework.test.web.servlet.assertj.MvcTestResult made) {
      var response = made.getResponse();
      String type = response.getContentType() == null ? "" : response.getContentType();
      return new Answer(
          response.getStatus(),
          type,
          new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
  }
}
