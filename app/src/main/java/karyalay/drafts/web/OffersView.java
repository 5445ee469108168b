package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.Addressing;
import karyalay.web.Page;

/// Lines of the type-ahead.
public record OffersView(Page page, List<Addressing.Offer> offers) {}
