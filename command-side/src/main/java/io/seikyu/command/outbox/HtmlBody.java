package io.seikyu.command.outbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A plain text as HTML that says the same: paragraphs, lines, and nothing that could be taken for more. */
final class HtmlBody {
    private static final String BEGIN =
            "<!DOCTYPE html>\n<html><head><meta charset=\"UTF-8\"></head><body style=\"font-family: sans-serif\">\n";
    private static final String END = "</body></html>\n";

    private HtmlBody() {}

    static String of(String text) {
        return Arrays.stream(text.strip().split("\n\\s*\n"))
                .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining("", BEGIN, END));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("  ", "&nbsp; ");
    }
}
