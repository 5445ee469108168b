package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.notices.NoticesRefusal;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchRulesTest {
  private static final Instant SIGNED = Instant.parse("2026-11-25T06:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void a_number_of_the_post_office_is_read_however_it_is_typed() {
    assertThat(DispatchRules.tracking("eu 123456785 in")).isEqualTo("EU123456785IN");
    assertThat(DispatchRules.tracking("RB473124829CN")).isEqualTo("RB473124829CN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EU123456786IN",
        "EU12345678IN",
        "12EU3456785IN",
        "EU१२३४५६७८५IN",
        "EU123456785"
      })
  void a_number_with_a_wrong_sign_or_check_digit_is_refused(String typed) {
    refused(TRACKING_MALFORMED, () -> DispatchRules.tracking(typed));
  }

  @Test
  void what_is_sent_needs_what_its_mode_needs() {
    Item nowhere = item(1, ItemState.TO_SEND, null, "", "");
    refused(NO_POST_THERE, () -> require(nowhere, new Conveyance.OwnOffice()));
    refused(NO_EMAIL, () -> require(nowhere, new Conveyance.Email("")));
    refused(
        NoticesRefusal.ADDRESS_MALFORMED,
        () -> require(nowhere, new Conveyance.Email("dm kannauj@nic.in")));
    refused(NO_POSTAL_ADDRESS, () -> require(nowhere, new Conveyance.Post(" ")));
    refused(
        TRACKING_MALFORMED,
        () -> require(nowhere, new Conveyance.SpeedPost("सिविल लाइन, कानपुर", "EU1")));
    require(nowhere, new Conveyance.Post("सिविल लाइन, कानपुर"));
    require(nowhere, new Conveyance.Email("dm-kannauj@nic.in"));
    require(nowhere, new Conveyance.ByHand(null));
  }

  @Test
  void an_abolished_post_is_no_address() {
    Item gone = item(1, ItemState.TO_SEND, PostId.next(), "", "", false);
    refused(NO_POST_THERE, () -> require(gone, new Conveyance.OwnOffice()));
  }

  @Test
  void what_is_out_is_not_sent_and_what_came_back_is() {
    for (ItemState state : ItemState.values()) {
      Item one = item(1, state, PostId.next(), "", "");
      switch (state) {
        case TO_SEND, RETURNED -> require(one, new Conveyance.OwnOffice());
        case ON_WAY, SENT, ACKNOWLEDGED ->
            refused(ALREADY_SENT, () -> require(one, new Conveyance.OwnOffice()));
      }
    }
  }

  @Test
  void what_is_proved_one_by_one_is_sent_one_by_one() {
    var two =
        List.of(
            item(1, ItemState.TO_SEND, PostId.next(), "पता", "a@b.in"),
            item(2, ItemState.TO_SEND, PostId.next(), "पता", "c@d.in"));
    var taken = new Conveyance.Receiver("राम", "", NOW, null);
    for (Conveyance how :
        List.of(
            new Conveyance.SpeedPost("", "EU123456785IN"),
            new Conveyance.Email("x@y.in"),
            new Conveyance.Post("और पता"),
            new Conveyance.ByHand(taken),
            new Conveyance.Messenger(PostId.next(), taken),
            new Conveyance.Instance(UUID.randomUUID(), "SP")))
      refused(ONE_AT_A_TIME, () -> DispatchRules.require(two, how, SIGNED, NOW));
    DispatchRules.require(two, new Conveyance.Email(""), SIGNED, NOW);
    DispatchRules.require(two, new Conveyance.Post(""), SIGNED, NOW);
    refused(
        NOTHING_CHOSEN,
        () -> DispatchRules.require(List.of(), new Conveyance.OwnOffice(), SIGNED, NOW));
  }

  @Test
  void a_receiver_has_a_name_and_a_time_that_can_be() {
    refused(RECEIVER_NEEDED, () -> receiver(" ", NOW));
    refused(RECEIVER_NEEDED, () -> receiver("र".repeat(121), NOW));
    refused(TIME_IMPOSSIBLE, () -> receiver("राम", NOW.plusSeconds(60)));
    refused(TIME_IMPOSSIBLE, () -> receiver("राम", SIGNED.minusSeconds(60)));
    receiver("राम", NOW);
  }

  @Test
  void reminders_are_counted_as_the_office_counts_them() {
    assertThat(DispatchRules.roman(1)).isEqualTo("I");
    assertThat(DispatchRules.roman(4)).isEqualTo("IV");
    assertThat(DispatchRules.roman(19)).isEqualTo("XIX");
    assertThat(DispatchRules.roman(44)).isEqualTo("XLIV");
    assertThat(DispatchRules.roman(100)).isEqualTo("100");
  }

  @Test
  void a_line_of_the_grid_is_at_one_stage() {
    LocalDate target = LocalDate.of(2026, 11, 30);
    Item out = item(1, ItemState.ACKNOWLEDGED, PostId.next(), "", "");
    assertThat(Grid.Stage.of(out, target, target)).isEqualTo(Grid.Stage.SENT);
    assertThat(Grid.Stage.of(out, target, target.plusDays(1))).isEqualTo(Grid.Stage.DEFAULTING);
    Item here = item(1, ItemState.TO_SEND, PostId.next(), "", "");
    assertThat(Grid.Stage.of(here, target, target.plusDays(1))).isEqualTo(Grid.Stage.NOT_SENT);
  }

  @Test
  void who_guesses_waits_ever_longer_but_never_for_ever() {
    assertThat(Guesses.wait(1).toMillis()).isEqualTo(300);
    assertThat(Guesses.wait(Guesses.FREE + 1).toMillis()).isEqualTo(600);
    assertThat(Guesses.wait(1000).toSeconds()).isEqualTo(8);
  }

  private static void receiver(String name, Instant at) {
    DispatchRules.requireReceiver(new Conveyance.Receiver(name, "", at, null), SIGNED, NOW);
  }

  private static void require(Item item, Conveyance how) {
    DispatchRules.require(List.of(item), how, SIGNED, NOW);
  }

  private static Item item(
      int serial, ItemState state, @Nullable PostId post, String address, String email) {
    return item(serial, state, post, address, email, post != null);
  }

  private static Item item(
      int serial,
      ItemState state,
      @Nullable PostId post,
      String address,
      String email,
      boolean live) {
    return new Item(
        UUID.randomUUID(),
        serial,
        "TO",
        post,
        "",
        live,
        "थानाध्यक्ष",
        address,
        email,
        state,
        null,
        0,
        null,
        "",
        "",
        "",
        null,
        "",
        "",
        "",
        "",
        null,
        false,
        "",
        null,
        null);
  }

  private static void refused(Refused.Reason reason, Runnable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work::run)
        .matches(refused -> refused.reason() == reason, "refused as " + reason);
  }
}
