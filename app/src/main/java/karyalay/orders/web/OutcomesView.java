package karyalay.orders.web;

import java.util.List;
import karyalay.desk.web.DeskView.Outcome;
import karyalay.web.Page;

/// What became of each ticked paper.
public record OutcomesView(Page page, List<Outcome> outcomes) {}
