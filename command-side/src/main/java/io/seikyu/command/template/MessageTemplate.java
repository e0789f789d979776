package io.seikyu.command.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.seikyu.command.decision.Refusal.Fault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A text with places to fill in (Mustache): {@code {{name}}}, sections {@code {{#name}}…{{/name}}} and
 * {@code {{^name}}…{{/name}}}, and parts {@code {{> part-name}}}. A message begins with a line {@code subject: …}, behind
 * which an empty line stands. The text is no program: it sees the values it is given and nothing else.
 */
final class MessageTemplate {
    /** Characters; the longest shipped one has a tenth. */
    static final int LONGEST = 20_000;

    private static final String SUBJECT = "subject:";
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final String PART = "part-";

    private final String name;
    private final Template subject;
    private final Template body;

    private MessageTemplate(String name, Template subject, Template body) {
        this.name = name;
        this.subject = subject;
        this.body = body;
    }

    /**
     * @param parts gives the text of a part by its name
     * @throws MustacheException when the text is no template
     */
    static MessageTemplate of(String name, String text, UnaryOperator<String> parts) {
        Mustache.Compiler compiler = Mustache.compiler()
                .escapeHTML(false)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(parts.apply(part)));
        String whole = text.replace("\r\n", "\n");
        if (name.startsWith(PART)) {
            return new MessageTemplate(name, null, compiler.compile(whole));
        }
        int end = whole.indexOf('\n');
        String first = end < 0 ? whole : whole.substring(0, end);
        if (!first.startsWith(SUBJECT)) {
            throw new MustacheException("the first line must be " + SUBJECT + " and the subject");
        }
        String rest = end < 0 ? "" : whole.substring(end + 1);
        if (!rest.startsWith("\n")) {
            throw new MustacheException("the second line must be empty: the text begins behind it");
        }
        return new MessageTemplate(
                name, compiler.compile(first.substring(SUBJECT.length()).strip()), compiler.compile(rest.substring(1)));
    }

    /** @param values texts, truth values, and lists of the same */
    Words fill(Map<String, Object> values, List<String> templates) {
        String text =
                EMPTY_LINES.matcher(body.execute(values)).replaceAll("\n\n").strip() + "\n";
        String title = subject == null
                ? ""
                : subject.execute(values).replaceAll("\\p{Cntrl}+", " ").strip();
        return new Words(title, text, List.copyOf(templates));
    }

    /** What is wrong with a text that was handed in: all of it. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        if (subject != null) {
            subject.visit(new Check(used, faults));
        }
        body.visit(new Check(used, faults));
        Placeholders.required(name).stream()
                .filter(required -> !used.contains(required))
                .forEach(required -> faults.add(
                        new Fault("", "missing", "{{" + required + "}} is missing: " + Placeholders.why(required))));
        return faults;
    }

    /** Looks through a text and its parts. */
    private record Check(Set<String> used, List<Fault> faults) implements Mustache.Visitor {
        @Override
        public void visitText(String text) {
            // any text will do
        }

        @Override
        public void visitVariable(String variable) {
            know(variable);
        }

        @Override
        public boolean visitInclude(String part) {
            return true;
        }

        @Override
        public boolean visitSection(String section) {
            know(section);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String section) {
            know(section);
            return true;
        }

        private void know(String placeholder) {
            if (Placeholders.isKnown(placeholder)) {
                used.add(placeholder);
            } else {
                faults.add(new Fault(
                        "",
                        "unknown-placeholder",
                        "{{" + placeholder + "}} is unknown; there are " + String.join(", ", Placeholders.known())));
            }
        }
    }
}
