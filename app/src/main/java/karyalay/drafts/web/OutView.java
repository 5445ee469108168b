package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.Originals;
import karyalay.web.Page;

/// What the office has out.
public record OutView(Page page, List<Originals.Out> out, List<Originals.Count> counts) {}
