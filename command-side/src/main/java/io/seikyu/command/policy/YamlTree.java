package io.seikyu.command.policy;

import io.seikyu.command.decision.Refusal.Fault;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Plain YAML as maps, lists, texts, numbers, truth values and nothing. A policy needs neither tags nor anchors nor a
 * second document, so these are faults; a name that stands twice is one too. Nothing is made of the text but these values.
 */
final class YamlTree {
    private static final int DEPTH = 10;

    private final List<Fault> faults;

    private YamlTree(List<Fault> faults) {
        this.faults = faults;
    }

    /** @return the value; meaningless when {@code faults} took any */
    static Object read(String text, List<Fault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH);
        options.setMaxAliasesForCollections(0);
        Yaml yaml = new Yaml(options);
        try {
            YamlTree tree = new YamlTree(faults);
            tree.refuseExtras(yaml, text);
            if (!faults.isEmpty()) {
                return null;
            }
            Node root = yaml.compose(new StringReader(text));
            return root == null ? null : tree.value(root, "");
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null
                    ? ""
                    : "line " + (e.getProblemMark().getLine() + 1) + ": ";
            faults.add(new Fault("", "invalid", where + e.getProblem()));
            return null;
        } catch (YAMLException e) {
            faults.add(new Fault("", "invalid", "is no YAML: " + e.getMessage()));
            return null;
        }
    }

    private void refuseExtras(Yaml yaml, String text) {
        int documents = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event.is(Event.ID.DocumentStart) && ++documents == 2) {
                fault(event, "a policy is one document");
            }
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
                fault(event, "anchors and aliases are not accepted");
            }
            boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                    || event instanceof CollectionStartEvent collection && collection.getTag() != null;
            if (tagged) {
                fault(event, "tags are not accepted");
            }
        }
    }

    private void fault(Event event, String message) {
        faults.add(new Fault("", "invalid", "line " + (event.getStartMark().getLine() + 1) + ": " + message));
    }

    private Object value(Node node, String pointer) {
        if (node instanceof MappingNode mapping) {
            return map(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> values = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                values.add(value(item, pointer + "/" + values.size()));
            }
            return values;
        }
        return scalar((ScalarNode) node, pointer);
    }

    private Map<String, Object> map(MappingNode mapping, String pointer) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(new Fault(pointer, "invalid", "a name must be a plain text"));
                continue;
            }
            String name = key.getValue();
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Object value = value(tuple.getValueNode(), place);
            if (values.containsKey(name)) {
                int line = key.getStartMark().getLine() + 1;
                faults.add(new Fault(place, "duplicate", "stands here twice, again in line " + line));
            }
            values.put(name, value);
        }
        return values;
    }

    private Object scalar(ScalarNode node, String pointer) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return List.of("true", "yes", "on").contains(node.getValue().toLowerCase(java.util.Locale.ROOT));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            if (node.getValue().matches("[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
                return new BigDecimal(node.getValue());
            }
            faults.add(new Fault(pointer, "invalid", "must be a plain decimal number"));
            return null;
        }
        return node.getValue();
    }
}
