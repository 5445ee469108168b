package karyalay.access.web;

import java.util.List;
import karyalay.web.Page;
import karyalay.web.RefusalView;

/// A form that was sent without a session, offered again with everything typed.
public record ResumeView(Page page, String action, List<RefusalView.Kept> fields, String csrf) {}
