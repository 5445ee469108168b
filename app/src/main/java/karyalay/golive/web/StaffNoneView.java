package karyalay.golive.web;

import karyalay.web.Page;

/// What whoever may not look after an office's people reads: who may.
public record StaffNoneView(Page page) {}
