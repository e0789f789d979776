package io.seikyu.documents.pdf;

import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Formatting objects (XSL-FO 1.1) as calls. They go to the formatter as they are made: there is no XML text in between,
 * hence nothing to escape and no parser to guard.
 */
final class Fo {
    private static final String NAMESPACE = "http://www.w3.org/1999/XSL/Format";

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final double PADDING = 1.2;
    /** As a share of its height. */
    private static final double WIDTH_OF_A_DIGIT = 0.62;

    private final ContentHandler formatter;
    private final Glyphs glyphs;

    Fo(ContentHandler formatter, Glyphs glyphs) {
        this.formatter = formatter;
        this.glyphs = glyphs;
    }

    /** An element with its properties, written like a style: {@code "font-size: 9pt; text-align: end"}. */
    Fo in(String element, String properties, Runnable content) {
        try {
            formatter.startElement(NAMESPACE, element, "fo:" + element, attributes(properties));
            content.run();
            formatter.endElement(NAMESPACE, element, "fo:" + element);
            return this;
        } catch (SAXException e) {
            throw new IllegalStateException("the page cannot be laid out", e);
        }
    }

    Fo block(String properties, Runnable content) {
        return in("block", properties, content);
    }

    /** A paragraph. Text that is absent makes none. */
    Fo block(String properties, String text) {
        return text == null || text.isBlank() ? this : block(properties, () -> text(text));
    }

    /** Any text: what the font does not have is replaced visibly. */
    void text(String text) {
        String printable = glyphs.printable(text);
        try {
            formatter.characters(printable.toCharArray(), 0, printable.length());
        } catch (SAXException e) {
            throw new IllegalStateException("the page cannot be laid out", e);
        }
    }

    /** A table whose columns have these widths. */
    Fo table(String properties, String[] widths, Runnable content) {
        return in("table", "table-layout: fixed; width: 100%; " + properties, () -> {
            for (String width : widths) {
                in("table-column", "column-width: " + width, () -> {});
            }
            content.run();
        });
    }

    Fo cell(String properties, Runnable content) {
        // indents are inherited, and would be applied once more inside
        return in("table-cell", "start-indent: 0mm; end-indent: 0mm; " + properties, content);
    }

    /** A cell of one paragraph, empty when the text is absent. */
    Fo cell(String properties, String text) {
        return cell(properties, () -> block("", () -> text(text == null ? "" : text)));
    }

    /** A cell of one short text, e.g. an amount, aligned to the right and as small as it must be to fit the width. */
    Fo figure(String properties, int millimetres, String text) {
        double widest = (millimetres - 2 * PADDING) * POINTS_PER_MILLIMETRE / WIDTH_OF_A_DIGIT;
        double size = Math.max(4, Math.min(9, widest / Math.max(1, text.length())));
        return cell(
                properties + "; text-align: end; wrap-option: no-wrap; font-size: " + Math.floor(size * 10) / 10 + "pt",
                text);
    }

    private static AttributesImpl attributes(String properties) {
        AttributesImpl attributes = new AttributesImpl();
        for (String property : properties.split(";")) {
            int colon = property.indexOf(':');
            if (colon > 0) {
                String name = property.substring(0, colon).strip();
                attributes.addAttribute(
                        "", name, name, "CDATA", property.substring(colon + 1).strip());
            }
        }
        return attributes;
    }
}
