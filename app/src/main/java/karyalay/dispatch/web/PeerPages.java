package karyalay.dispatch.web;

import static karyalay.web.MayCall.Who.ADMIN;

import java.util.UUID;
import karyalay.dispatch.Peer;
import karyalay.dispatch.Peers;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The other instances that letters are exchanged with: administered data.
@Controller
@RequestMapping("/admin/peers")
class PeerPages {
  private final Peers peers;

  PeerPages(Peers peers) {
    this.peers = peers;
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(Page page, Model model) {
    model.addAttribute(
        "view", new PeersView(page, peers.all(), peers.ourKey(), peers.ourFingerprint()));
    return "dispatch/peers";
  }

  @PostMapping
  @MayCall(ADMIN)
  String add(
      @RequestParam(defaultValue = "") String nameHi,
      @RequestParam(defaultValue = "") String nameEn,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String certificate,
      Act act,
      Caller caller,
      Page page) {
    var facts = new Peer.Facts(nameHi, nameEn, address, key, certificate);
    peers.add(act, caller.seat().district(), facts);
    return "redirect:" + page.link("/admin/peers");
  }

  @PostMapping("/{peer}/end")
  @MayCall(ADMIN)
  String end(@PathVariable UUID peer, Act act, Page page) {
    peers.end(act, peer);
    return "redirect:" + page.link("/admin/peers");
  }
}
