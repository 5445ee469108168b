package karyalay.golive.web;

import karyalay.golive.Staff;
import karyalay.shared.OfficeId;
import karyalay.web.Page;

/// The slip with a first password, shown and printed once.
public record SlipView(Page page, Staff.Joined joined, OfficeId office) {}
