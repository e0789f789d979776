package io.seikyu.command.template;

import com.samskivert.mustache.MustacheException;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.template.ShippedTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a text before it is published, so that no message ever fails for it. */
final class TemplateChecks {
    private final Templates templates;

    TemplateChecks(Templates templates) {
        this.templates = templates;
    }

    /** All that is wrong with it. A part is also looked at in the messages that it stands in. */
    List<Fault> faults(String name, String text) {
        List<Fault> faults = faultsAlone(name, text, name, text);
        if (faults.isEmpty() && name.startsWith("part-")) {
            String language = name.substring(name.length() - 3);
            for (String message : ShippedTemplates.names()) {
                if (!message.startsWith("part-") && message.endsWith(language)) {
                    String whole = templates.inForce(message).text();
                    if (whole.contains(name)) {
                        faultsAlone(message, whole, name, text)
                                .forEach(fault -> faults.add(new Fault(
                                        fault.pointer(), fault.code(), "in " + message + ": " + fault.message())));
                    }
                }
            }
        }
        return faults;
    }

    private List<Fault> faultsAlone(String name, String text, String replaced, String by) {
        List<Fault> faults = new ArrayList<>();
        if (text.length() > MessageTemplate.LONGEST) {
            faults.add(new Fault("", "too-long", "has more than " + MessageTemplate.LONGEST + " characters"));
            return faults;
        }
        try {
            Set<String> names = ShippedTemplates.names();
            MessageTemplate template = MessageTemplate.of(name, text, part -> {
                if (!part.startsWith("part-") || !names.contains(part)) {
                    throw new MustacheException("there is no part " + part + "; there are "
                            + String.join(
                                    ", ",
                                    names.stream()
                                            .filter(it -> it.startsWith("part-"))
                                            .toList()));
                }
                if (name.startsWith("part-")) {
                    throw new MustacheException("a part holds no other part");
                }
                return part.equals(replaced) ? by : templates.inForce(part).text();
            });
            faults.addAll(template.faults());
        } catch (MustacheException e) {
            faults.add(new Fault("", "invalid", String.valueOf(e.getMessage())));
        }
        return faults;
    }
}
