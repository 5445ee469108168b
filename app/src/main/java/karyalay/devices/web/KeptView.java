package karyalay.devices.web;

import java.util.List;
import karyalay.web.Page;
import karyalay.web.RefusalView;

/// A form that the lock kept back, offered again with everything typed.
public record KeptView(Page page, String action, List<RefusalView.Kept> fields, String csrf) {}
