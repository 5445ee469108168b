package karyalay.signatures;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What is set on the machine, as `KARYALAY_SIGNATURES_TOKENLIBRARY` in the environment.
///
/// @param folder the data folder; the secret that seals keys is the file `signatures.secret` in it
/// @param licensed a file of PEM certificates: the licensed authorities that are trusted here
/// @param tokenLibrary the PKCS#11 library of a token on this machine
/// @param tokenSlot which of its slots, counted from 0
/// @param timeStamp address of a time-stamp authority (RFC 3161); then PDFs are signed B-LT or B-T
/// @param timeStampCertificate PEM of that authority's own certificate
/// @param patience how long a time-stamp authority may take
/// @param checkLimit size of a PDF that anybody may have judged
/// @param checkPatience how long judging may take
/// @param esign the licensed provider of eSign
@ConfigurationProperties("karyalay.signatures")
record SigningSettings(
    Path folder,
    @Nullable Path licensed,
    @Nullable Path tokenLibrary,
    @DefaultValue("0") int tokenSlot,
    @Nullable URI timeStamp,
    @Nullable Path timeStampCertificate,
    @DefaultValue("3s") Duration patience,
    @DefaultValue("20MB") DataSize checkLimit,
    @DefaultValue("20s") Duration checkPatience,
    @DefaultValue Esign esign) {

  /// @param address where the officer's browser takes the question
  /// @param asp the number under which the provider knows this office
  /// @param version of the protocol, as `2.1` or `3.2`
  /// @param key PKCS#12 of the office's own certificate, with which questions are signed
  /// @param keyPassword its password, in a file
  /// @param provider PEM of the provider's certificate, with which answers are signed
  record Esign(
      @Nullable URI address,
      @DefaultValue("") String asp,
      @DefaultValue("2.1") String version,
      @Nullable Path key,
      @Nullable Path keyPassword,
      @Nullable Path provider,
      @DefaultValue("30m") Duration life) {}
}
