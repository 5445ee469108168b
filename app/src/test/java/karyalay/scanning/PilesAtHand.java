package karyalay.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.Given.Seat;
import karyalay.desk.Attachments;
import org.springframework.stereotype.Component;

/// Piles for tests, through the doors.
@Component
public class PilesAtHand {
  private final Piles piles;
  private final Attachments attachments;

  PilesAtHand(Piles piles, Attachments attachments) {
    this.piles = piles;
    this.attachments = attachments;
  }

  public UUID upload(Seat by, byte[] bytes, String name) {
    return attachments.receive(by.person(), new ByteArrayInputStream(bytes), name).id();
  }

  /// A pile of one file, as {@link PileFiles#pdf} reads the pattern.
  public UUID pile(Seat by, String pattern) {
    return piles.make(by.act(), List.of(upload(by, PileFiles.pdf(pattern), "ढेर.pdf")));
  }

  /// Waits until all its pages have been looked at.
  public Pile read(Seat by, UUID pile) {
    Instant limit = Instant.now().plus(Duration.ofMinutes(2));
    Pile now = piles.open(pile, by.scope());
    while (now.read() < now.pages().size()) {
      assertThat(Instant.now()).isBefore(limit);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      now = piles.open(pile, by.scope());
    }
    return now;
  }

  static Cuts cuts(Integer... begins) {
    return new Cuts(
        Arrays.stream(begins).collect(Collectors.toSet()), Set.of(), Set.of(), Map.of());
  }

  /// A pile cut before these pages, its letters waiting.
  public Pile cut(Seat by, String pattern, Integer... begins) {
    UUID pile = pile(by, pattern);
    var _ = read(by, pile);
    int version = piles.save(by.act(), pile, 0, cuts(begins));
    piles.cut(by.act(), pile, version);
    return piles.open(pile, by.scope());
  }
}
