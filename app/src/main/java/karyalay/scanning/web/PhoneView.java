package karyalay.scanning.web;

import karyalay.rendering.Qr;
import karyalay.scanning.Phone;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The panel of a telephone beside the upload field.
///
/// @param qr null when only the pages are asked for
/// @param address what the QR says, to be typed where nothing reads it; empty without a QR
/// @param near whether the address names this very computer, where no telephone finds it
/// @param seconds until the QR is over
public record PhoneView(
    Page page, Phone phone, @Nullable Qr qr, String address, boolean near, long seconds) {}
