package io.seikyu.documents.bank;

import io.seikyu.documents.xml.HardenedParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a message entry by entry, so that a long one is never in memory as a tree. Bounded in depth, in elements of an
 * entry and in length of a text.
 */
final class EntryParser extends DefaultHandler {
    private static final int DEEPEST = 40;
    private static final int MOST_IN_ONE = 50_000;
    private static final int LONGEST_TEXT = 10_000;

    private final Message message;
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int held;

    private EntryParser(Message message) {
        this.message = message;
    }

    /** Takes a message apart. */
    interface Message {
        /** Of the document's element. */
        void namespace(String namespace);

        /** An element named {@code Ntry} is whole; it is forgotten afterwards. */
        void entry(XmlNode notification, XmlNode entry);

        /** An element named {@code Ntfctn} is whole, but for its entries. */
        void notification(XmlNode notification);
    }

    static void parse(byte[] file, Message message, FileFaults faults) {
        EntryParser parser = new EntryParser(message);
        try {
            XMLReader reader = HardenedParser.reader();
            reader.setContentHandler(parser);
            reader.setErrorHandler(parser);
            reader.parse(new InputSource(new ByteArrayInputStream(file)));
        } catch (SAXParseException e) {
            faults.add(
                    0,
                    "",
                    "malformed-xml",
                    "is no XML at line " + e.getLineNumber() + ", column " + e.getColumnNumber());
        } catch (Beyond e) {
            faults.add(0, "", "too-large", e.getMessage());
        } catch (SAXException | IOException e) {
            faults.add(0, "", "malformed-xml", "is no XML, or not in the encoding that it claims");
        }
    }

    @Override
    public void startElement(String namespace, String local, String name, Attributes attributes) throws Beyond {
        if (open.size() >= DEEPEST) {
            throw new Beyond("elements are nested more than " + DEEPEST + " deep");
        }
        if (++held > MOST_IN_ONE) {
            throw new Beyond("an entry has more than " + MOST_IN_ONE + " elements");
        }
        XmlNode node = new XmlNode(local);
        for (int i = 0; i < attributes.getLength(); i++) {
            node.put(attributes.getLocalName(i), attributes.getValue(i));
        }
        if (open.isEmpty()) {
            message.namespace(namespace);
        } else {
            open.peek().add(node);
        }
        text.setLength(0);
        open.push(node);
    }

    @Override
    public void characters(char[] part, int start, int length) throws Beyond {
        text.append(part, start, length);
        if (text.length() > LONGEST_TEXT) {
            throw new Beyond("a text has more than " + LONGEST_TEXT + " characters");
        }
    }

    @Override
    public void endElement(String namespace, String local, String name) {
        XmlNode node = open.pop();
        node.setText(text.toString());
        text.setLength(0);
        XmlNode around = open.peek();
        if (around == null) {
            return;
        }
        if (local.equals("Ntry") && around.name().equals("Ntfctn")) {
            message.entry(around, node);
            around.remove(node);
            held = 0;
        } else if (local.equals("Ntfctn")) {
            message.notification(node);
            around.remove(node);
            held = 0;
        }
    }

    /** More than a message of a bank has. */
    private static final class Beyond extends SAXException {
        private static final long serialVersionUID = 1L;

        Beyond(String message) {
            super(message);
        }
    }
}
