package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.Templates.Offered;
import karyalay.web.Page;

/// The list.
public record TemplatesView(Page page, List<Offered> templates) {}
