package karyalay.files.web;

import java.util.List;
import karyalay.files.AwaitedOrder;
import karyalay.web.Page;

/// Orders given by mouth that await the reader's confirmation (OP-57).
public record OralOrdersView(Page page, List<AwaitedOrder> orders) {}
