package karyalay.organisation.web;

import java.util.List;
import karyalay.organisation.Post;
import karyalay.web.Page;

/// What the type-ahead over posts offers.
public record PickerView(Page page, List<Post.Held> found) {}
