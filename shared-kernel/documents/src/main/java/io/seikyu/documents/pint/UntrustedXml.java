package io.seikyu.documents.pint;

import io.seikyu.documents.xml.HardenedParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML from outside as a tree, once it is known to be harmless: no document type, hence no entities and nothing fetched
 * from elsewhere; bounded in size, depth and number of elements before the tree is built.
 */
final class UntrustedXml {
    static final int LARGEST = 5 * 1024 * 1024;
    static final int DEEPEST = 40;
    /** Twice what an invoice of a thousand lines has. */
    static final int MOST_ELEMENTS = 60_000;
    /** Of one name in one element: the rules compare some with all before them, and so take time by the square. */
    static final int MOST_ALIKE = 1_000;
    /** A number of a million digits is short to write and slow to read. Attachments may be longer. */
    static final int LONGEST_TEXT = 10_000;

    private UntrustedXml() {}

    /** @throws Refused when the file is no XML or exceeds a bound */
    static Document parse(byte[] xml) throws Refused {
        if (xml.length > LARGEST) {
            throw new Refused(new PintFault("limit", "", "the file has more than " + LARGEST + " bytes"));
        }
        Tree tree = new Tree();
        try {
            XMLReader reader = HardenedParser.reader();
            reader.setContentHandler(tree);
            reader.setErrorHandler(tree);
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
            return tree.document;
        } catch (SAXParseException e) {
            String place = "line " + e.getLineNumber() + ", column " + e.getColumnNumber();
            throw new Refused(new PintFault("xml", place, e.getMessage()));
        } catch (SAXException | IOException e) {
            // IOException: bytes that are none of the encoding the file claims
            throw new Refused(new PintFault(tree.beyond ? "limit" : "xml", tree.place(), e.getMessage()));
        }
    }

    /** Why a file is not looked at any further. */
    static final class Refused extends Exception {
        private final transient PintFault fault;

        Refused(PintFault fault) {
            super(fault.text());
            this.fault = fault;
        }

        PintFault fault() {
            return fault;
        }
    }

    private static final class Tree extends DefaultHandler {
        private final Document document = empty();
        private final Deque<Element> open = new ArrayDeque<>();
        private Locator locator;
        private final Deque<Map<String, Integer>> alike = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private int elements;
        private boolean beyond;

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String namespace, String local, String name, Attributes attributes)
                throws SAXException {
            if (open.size() >= DEEPEST) {
                beyond("elements are nested more than " + DEEPEST + " deep");
            }
            if (++elements > MOST_ELEMENTS) {
                beyond("there are more than " + MOST_ELEMENTS + " elements");
            }
            if (!alike.isEmpty() && alike.peek().merge(local, 1, Integer::sum) > MOST_ALIKE) {
                beyond("there are more than " + MOST_ALIKE + " " + name + " side by side");
            }
            alike.push(new HashMap<>());
            flush();
            Element element = document.createElementNS(namespace.isEmpty() ? null : namespace, name);
            for (int i = 0; i < attributes.getLength(); i++) {
                String of = attributes.getURI(i);
                element.setAttributeNS(of.isEmpty() ? null : of, attributes.getQName(i), attributes.getValue(i));
            }
            if (open.isEmpty()) {
                document.appendChild(element);
            } else {
                open.peek().appendChild(element);
            }
            open.push(element);
        }

        @Override
        public void characters(char[] part, int start, int length) throws SAXException {
            text.append(part, start, length);
            if (text.length() > LONGEST_TEXT && !open.peek().getTagName().endsWith("BinaryObject")) {
                beyond("a text has more than " + LONGEST_TEXT + " characters");
            }
        }

        @Override
        public void endElement(String namespace, String local, String name) {
            flush();
            open.pop();
            alike.pop();
        }

        private void flush() {
            if (text.length() > 0) {
                open.peek().appendChild(document.createTextNode(text.toString()));
                text.setLength(0);
            }
        }

        private void beyond(String text) throws SAXException {
            beyond = true;
            throw new SAXException(text);
        }

        String place() {
            return locator == null ? "" : "line " + locator.getLineNumber() + ", column " + locator.getColumnNumber();
        }

        private static Document empty() {
            try {
                return DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .newDocument();
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException("the JDK cannot make an empty document", e);
            }
        }
    }
}
