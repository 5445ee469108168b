package karyalay.devices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.web.RefusalView;

/// A form that its owner had begun and not sent when the machine went to another.
///
/// @param action where it was going
/// @param path the page on which it stood
public record Leaving(
    UUID id, String action, String path, String title, List<RefusalView.Kept> fields, Instant at) {}
