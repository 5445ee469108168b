package karyalay.dispatch;

import java.util.UUID;

/// Another instance that letters are exchanged with.
///
/// @param address where it answers, beginning with `https://`
/// @param key its public key, in base64
/// @param certificate of its TLS, in PEM; empty to trust whom this machine trusts
public record Peer(
    UUID id,
    String nameHi,
    String nameEn,
    String address,
    String key,
    String fingerprint,
    String certificate) {

  /// What an administrator enters.
  public record Facts(
      String nameHi, String nameEn, String address, String key, String certificate) {}
}
