package karyalay.dispatch.web;

import java.util.List;
import karyalay.dispatch.Peer;
import karyalay.web.Page;

/// The other instances, for the administrator.
public record PeersView(Page page, List<Peer> peers, String key, String fingerprint) {}
