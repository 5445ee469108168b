package karyalay.desk.web;

import java.util.List;
import karyalay.desk.Paper;
import karyalay.web.Page;

/// "मेरे पास": the paper whose code was scanned, and who had it before.
///
/// @param seen in words, newest first
/// @param done whether it was noted just now
public record SightingView(Page page, Paper paper, List<String> seen, boolean done) {}
