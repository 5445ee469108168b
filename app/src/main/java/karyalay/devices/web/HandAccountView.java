package karyalay.devices.web;

import java.util.List;
import karyalay.devices.Machine;
import karyalay.web.Page;

/// One's own hand-over PIN, and the machines on which one's name stands.
///
/// @param hasPin whether a PIN is chosen
/// @param chosen whether it was chosen just now
public record HandAccountView(
    Page page, boolean hasPin, boolean chosen, List<Machine> machines, int leavings) {}
