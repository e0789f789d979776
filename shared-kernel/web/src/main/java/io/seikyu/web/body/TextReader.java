package io.seikyu.web.body;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads texts within the bounds of {@link Text}. */
final class TextReader implements ValueReader {
    private final int max;
    private final boolean lines;
    private final boolean blank;
    private final @Nullable Pattern pattern;
    private final String says;

    TextReader(@Nullable Text bounds) {
        this.max = bounds == null ? Text.DEFAULT_MAX : bounds.max();
        this.lines = bounds != null && bounds.lines();
        this.blank = bounds != null && bounds.blank();
        this.pattern = bounds == null || bounds.pattern().isEmpty() ? null : Pattern.compile(bounds.pattern());
        this.says = bounds == null || bounds.says().isEmpty() ? "does not have the right form" : bounds.says();
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isString()) {
            return ValueReader.wrongType(node, at, faults, "a text");
        }
        String text = node.stringValue();
        int before = faults.count();
        if (text.codePointCount(0, text.length()) > max) {
            faults.add(at, "too-long", "must have at most " + max + " characters");
            return null;
        }
        text.codePoints().filter(c -> !accepts(c)).findFirst().ifPresent(c -> refuse(c, at, faults));
        if (faults.count() == before && !blank && text.isBlank()) {
            faults.add(at, "empty", "must not be empty");
        }
        if (faults.count() == before
                && pattern != null
                && !pattern.matcher(text).matches()) {
            faults.add(at, "wrong-form", says);
        }
        return faults.count() == before ? text : null;
    }

    private boolean accepts(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return lines;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.UNASSIGNED -> (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF);
            default -> true;
        };
    }

    private static void refuse(int c, String at, Faults faults) {
        String code = Character.getType(c) == Character.SURROGATE ? "unpaired-surrogate" : "control-character";
        faults.add(at, code, String.format("must not hold the character U+%04X", c));
    }
}
