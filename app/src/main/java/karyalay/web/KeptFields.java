package karyalay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What was typed into a form that could not be done, so that it can be offered again.
public final class KeptFields {
  // What the program wrote into the form itself, and what the editor made of the text beside it.
  private static final Set<String> OURS = Set.of("as", "act", "body");
  // That one was typed is kept, not which: else what was to be signed would go on unsigned.
  private static final String PIN = "pin";
  // What was ticked or chosen from a list, or the id of something: it means nothing to a reader.
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+|yes|true|on|[0-9a-f-]{36}");
  private static final int MOST = 2_000_000;

  private KeptFields() {}

  /// Whether what is typed into a field is a secret, of which nothing is kept: a password or a PIN.
  static boolean secret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.equals("pin") || lower.endsWith("-pin");
  }

  /// Every value of every field whose name begins with the prefix, without it; passwords, PINs and
  /// form tokens are left out.
  ///
  /// @param parameters the fields as they were sent
  public static List<RefusalView.Kept> of(Map<String, String[]> parameters, String prefix) {
    String[] structure = parameters.get(prefix + "body");
    boolean structured = structure != null && !structure[0].isBlank();
    var kept = new ArrayList<RefusalView.Kept>();
    int left = MOST;
    for (var field : parameters.entrySet()) {
      if (!field.getKey().startsWith(prefix)) continue;
      String name = field.getKey().substring(prefix.length());
      if (name.equals(PIN) && !field.getValue()[0].isBlank())
        kept.add(new RefusalView.Kept(PIN, "typed", true, false));
      if (name.equals("_csrf") || secret(name)) continue;
      for (String value : field.getValue()) {
        left -= value.length();
        if (left < 0) continue;
        boolean hidden = OURS.contains(name) || value.isBlank() || CODE.matcher(value).matches();
        // The structure is what is written down; its plain text beside it is only shown.
        boolean fixed = structured && name.equals("text");
        kept.add(new RefusalView.Kept(name, value, hidden, fixed));
      }
    }
    return List.copyOf(kept);
  }
}
