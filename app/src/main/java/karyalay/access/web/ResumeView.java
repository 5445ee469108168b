package karyalay.access.web;

import java.util.Map;
import karyalay.web.Page;

/// A form that was sent without a session, offered again with everything typed.
public record ResumeView(Page page, String action, Map<String, String> fields, String csrf) {}
