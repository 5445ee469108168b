package karyalay.orders.web;

import java.util.List;
import karyalay.orders.Delays;
import karyalay.web.Page;

/// What those below gave as reasons for what lay beyond its time (OP-90).
public record DelaysView(Page page, List<Delays.Line> lines) {}
