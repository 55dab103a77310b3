import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads lines of a pattern and texts, each in base64 and separated by blanks, and writes a line
 * for each: "refused" and why, or "taken" and for each text 1 when matches() says yes, 0 when it
 * says no, and ? when it fails or takes too long.
 */
public class Judge {
    /** A text that may be looked at so many times. */
    record Limited(String text, int[] left) implements CharSequence {
        static class Exhausted extends RuntimeException {}

        public char charAt(int i) {
            if (--left[0] < 0) throw new Exhausted();
            return text.charAt(i);
        }

        public int length() { return text.length(); }

        public CharSequence subSequence(int from, int to) { return text.substring(from, to); }

        public String toString() { return text; }
    }

    static String decode(String s) {
        return new String(Base64.getDecoder().decode(s.substring(1)), StandardCharsets.UTF_8);
    }

    static char match(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Limited(text, new int[] {1_000_000})).matches() ? '1' : '0';
        } catch (RuntimeException | StackOverflowError e) {
            return '?';
        }
    }

    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int flags = args.length > 0 ? Pattern.CASE_INSENSITIVE : 0;
        for (String line; (line = in.readLine()) != null; ) {
            String[] fields = line.split(" ");
            try {
                Pattern pattern = Pattern.compile(decode(fields[0]), flags);
                var answer = new StringBuilder("taken ");
                for (int i = 1; i < fields.length; i++) answer.append(match(pattern, decode(fields[i])));
                out.println(answer);
            } catch (PatternSyntaxException e) {
                out.println("refused " + e.getIndex() + " " + e.getDescription().replace('\n', ' ').replace('\r', ' '));
            } catch (StackOverflowError | OutOfMemoryError e) {
                out.println("unknown");
            }
        }
        out.flush();
    }
}
