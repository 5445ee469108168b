package karyalay.files;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.PaperId;

/// An order given by mouth that its officer has not confirmed in writing yet.
public record AwaitedOrder(
    UUID note, PaperId file, String number, String text, String notedBy, Instant at) {}
