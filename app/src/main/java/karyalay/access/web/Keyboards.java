package karyalay.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karyalay.shared.KrutiDev;
import karyalay.shared.Typing;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Where the letters lie, from `static/typing/keyboards.tsv`, which the pages' script reads too.
/// The Remington layout is not in it: its keys are those of KrutiDev, and what each draws stands
/// there.
@Component
public class Keyboards {
  /// A key as it is shown on a picture of the keyboard.
  ///
  /// @param latin what stands on it
  /// @param plain what it types; empty where it types what stands on it
  public record Key(String latin, String plain, String shift) {}

  private record Line(int row, String latin, String latinShift, String plain, String shift) {}

  private static final String[] ROWS = {
    "a=अ aa=आ i=इ ii=ई u=उ uu=ऊ e=ए ai=ऐ o=ओ au=औ rri=ऋ O=ऑ",
    "k=क kh=ख g=ग gh=घ ch=च chh=छ j=ज jh=झ",
    "T=ट Th=ठ D=ड Dh=ढ N=ण R=ड़ Rh=ढ़",
    "t=त th=थ d=द dh=ध n=न p=प ph=फ b=ब bh=भ m=म",
    "y=य r=र l=ल v=व sh=श Sh=ष s=स h=ह ksh=क्ष tr=त्र gy=ज्ञ shr=श्र",
    "M=अं MM=अँ H=अः ~=क् |=।"
  };

  /// What is typed by ear, and what comes of it; the rules stand in `static/typing/phonetic.js`.
  static final List<List<TypingView.Sound>> SOUNDS =
      Arrays.stream(ROWS)
          .map(row -> Arrays.stream(row.split(" ")).map(Keyboards::sound).toList())
          .toList();

  private final List<Line> keys;

  Keyboards() throws IOException {
    var file = new ClassPathResource("static/typing/keyboards.tsv");
    keys =
        file.getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(cell -> new Line(Integer.parseInt(cell[0]), cell[2], cell[3], cell[4], cell[5]))
            .toList();
  }

  /// The four rows of a keyboard, topmost first.
  public List<List<Key>> rows(Typing typing) {
    var rows = new ArrayList<List<Key>>();
    for (int row = 1; row <= 4; row++) {
      int wanted = row;
      rows.add(
          keys.stream().filter(key -> key.row() == wanted).map(key -> shown(key, typing)).toList());
    }
    return rows;
  }

  private static Key shown(Line key, Typing typing) {
    return switch (typing) {
      case INSCRIPT -> new Key(key.latin(), carried(key.plain()), carried(key.shift()));
      case REMINGTON -> new Key(key.latin(), drawn(key.latin()), drawn(key.latinShift()));
      case OWN, PHONETIC -> new Key(key.latin(), "", "");
    };
  }

  private static TypingView.Sound sound(String pair) {
    int sign = pair.indexOf('=');
    return new TypingView.Sound(pair.substring(0, sign), carried(pair.substring(sign + 1)));
  }

  private static String drawn(String key) {
    String drawn = key.isEmpty() ? "" : KrutiDev.unicode(key);
    return drawn.equals(key) ? "" : carried(drawn);
  }

  /// A sign that cannot stand alone is shown on a ring, as printed tables do.
  private static String carried(String sign) {
    if (sign.isEmpty()) return "";
    int kind = Character.getType(sign.codePointAt(0));
    boolean mark = kind == Character.NON_SPACING_MARK || kind == Character.COMBINING_SPACING_MARK;
    return mark ? "◌" + sign : sign;
  }
}
