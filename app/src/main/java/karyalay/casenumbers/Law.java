package karyalay.casenumbers;

import java.util.Optional;
import java.util.regex.Pattern;

/// The acts whose sections stand beside numbers, longest names first, so that बीएनएसएस is not read
/// as बीएनएस.
public enum Law {
  BNSS("बीएनएसएस", "bnss|बी_एन_एस_एस_|भा_ना_सु_सं_|भारतीय\\s+नागरिक\\s+सुरक्षा\\s+संहिता"),
  BNS("बीएनएस", "bns(?!s)|बी_एन_एस_(?!एस)|भा_न्या_सं_|भारतीय\\s+न्याय\\s+संहिता"),
  BSA("बीएसए", "bsa|बी_एस_ए_"),
  IPC("भा0द0वि0", "i\\.?p\\.?c\\.?|आई_पी_सी_|भा_दं?_वि_|भा_दं?_सं_|ताजीराते\\s+हिन्द"),
  CRPC("द0प्र0सं0", "cr\\.?\\s?p\\.?c\\.?|दं?_प्र_सं_|सी_आर_पी_सी_"),
  POCSO("पॉक्सो एक्ट", "(?:pocso|पॉक्सो|पाक्सो)" + Law.ACT),
  SC_ST("एससी एसटी एक्ट", "(?:sc\\s*/?\\s*st|एस_सी_\\s*/?\\s*एस_टी_)" + Law.ACT),
  ARMS("आर्म्स एक्ट", "(?:arms|आर्म्स|शस्त्र|आयुध)" + Law.ACT),
  EXCISE("आबकारी एक्ट", "(?:excise|आबकारी)" + Law.ACT),
  NDPS("एनडीपीएस एक्ट", "(?:ndps|एन_डी_पी_एस_)" + Law.ACT),
  IT("आईटी एक्ट", "(?:i\\.?t\\.?|आई_टी_)" + Law.ACT),
  GANGSTER("गैंगस्टर एक्ट", "(?:gangster|गैंगस्टर|गैंगेस्टर)" + Law.ACT),
  GAMBLING("जुआ एक्ट", "(?:gambling|जुआ|सार्वजनिक\\s+जुआ)" + Law.ACT),
  DOWRY("दहेज प्रतिषेध एक्ट", "(?:dp|d\\.p\\.|डी_पी_|दहेज\\s+प्रति(?:षेध|_))" + Law.ACT),
  COW("गोवध निवारण एक्ट", "(?:गोवध|गौवध)(?:\\s+निवारण)?" + Law.ACT);

  private static final String ACT = "\\s*(?:act|एक्ट|अधिनियम|अधि_)";

  private final String words;
  private final Pattern pattern;

  Law(String words, String pattern) {
    this.words = words;
    this.pattern = Pattern.compile(Spelling.abbreviations(pattern));
  }

  /// As it is written after the sections.
  public String words() {
    return words;
  }

  Pattern pattern() {
    return pattern;
  }

  /// The act that a text begins with, and where its name ends.
  static Optional<Found> at(String text, int from) {
    for (Law law : values()) {
      var matcher = law.pattern.matcher(text).region(from, text.length());
      if (matcher.lookingAt()) return Optional.of(new Found(law, matcher.end()));
    }
    return Optional.empty();
  }

  record Found(Law law, int end) {}
}
