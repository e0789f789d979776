package io.seikyu.documents.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element: its name without namespace, its attributes, its text and the elements in it. */
final class XmlNode {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private String text = "";

    XmlNode(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    void add(XmlNode child) {
        children.add(child);
    }

    void remove(XmlNode child) {
        children.remove(child);
    }

    void setText(String content) {
        text = content;
    }

    List<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    /** The first one along {@code path}, e.g. {@code Acct}, {@code Id}, {@code IBAN}. */
    Optional<XmlNode> first(String... path) {
        if (path.length == 0) {
            return Optional.of(this);
        }
        String[] rest = Arrays.copyOfRange(path, 1, path.length);
        return all(path[0]).stream()
                .flatMap(child -> child.first(rest).stream())
                .findFirst();
    }

    /** Its text without the spaces around it; empty when there is none. */
    Optional<String> text(String... path) {
        return first(path).map(node -> node.text.strip()).filter(content -> !content.isEmpty());
    }
}
