package karyalay.organisation;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Folds spellings and scripts, so that Saurikh, सौरिख and सौरीख meet (OP-7, OP-106). What is left
/// of a word is its consonants and the vowels that writers agree on.
public final class Folding {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Devanagari-Latin; Latin-ASCII; Lower");

  /// In this order. The Latin side writes by ear, the Devanagari side by letter; both lose here
  /// what they differ in.
  private static final List<Fold> FOLDS =
      List.of(
          new Fold("[^\\p{L}\\p{Nd}]", ""),
          new Fold("m(?=[pb])", "n"),
          new Fold("rh", "dh"),
          new Fold("(chh|ch)", "c"),
          new Fold("sh", "s"),
          new Fold("ph", "f"),
          new Fold("w|b", "v"),
          new Fold("z", "j"),
          new Fold("q", "k"),
          new Fold("x", "ks"),
          new Fold("oo", "u"),
          new Fold("ee", "i"),
          new Fold("ou", "au"),
          new Fold("(?<=.)[ae]", ""),
          new Fold("^e", "i"),
          new Fold("y", "i"),
          new Fold("(.)\\1+", "$1"));

  private record Fold(Pattern from, String to) {
    Fold(String from, String to) {
      this(Pattern.compile(from), to);
    }
  }

  private static final Pattern NUKTA = Pattern.compile("\u093C");
  private static final Pattern NASAL =
      Pattern.compile(
          "[\u0901\u0902](?=[\u0915-\u0939])|[\u0919\u091E\u0923\u0928\u092E]\u094D(?=[\u0915-\u0928\u092A-\u092E])");
  private static final Pattern LAST_NASAL = Pattern.compile("[\u0901\u0902]");
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?<=[\u0900-\u0963])[0\u0966\u0970]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private Folding() {}

  /// The words of a text, folded, each with a space before it: what is stored and searched.
  public static String key(String... texts) {
    var key = new StringBuilder();
    for (String text : texts) for (String word : words(text)) key.append(' ').append(word);
    return key.toString();
  }

  /// The folded words of what somebody typed.
  public static List<String> words(String text) {
    String plain = NUKTA.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    plain = ABBREVIATION.matcher(plain).replaceAll(" ");
    plain = NASAL.matcher(plain).replaceAll("\u0928\u094D");
    plain = LAST_NASAL.matcher(plain).replaceAll("");
    var words = new ArrayList<String>();
    for (String word : BETWEEN.split(plain)) if (!word.isEmpty()) words.add(fold(word));
    return words;
  }

  private static String fold(String word) {
    String folded = LATIN.transliterate(word).toLowerCase(Locale.ROOT);
    for (Fold fold : FOLDS) folded = fold.from().matcher(folded).replaceAll(fold.to());
    return folded;
  }

  /// Bytes that sort as Hindi does, on whatever server.
  static byte[] sortKey(String hindi) {
    return Collator.getInstance(new ULocale("hi")).getCollationKey(hindi).toByteArray();
  }
}
