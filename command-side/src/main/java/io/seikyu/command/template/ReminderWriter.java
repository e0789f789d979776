package io.seikyu.command.template;

import io.seikyu.command.template.Templates.Published;
import java.util.ArrayList;
import java.util.List;

/** Says what a reminder has to say, in the texts that are in force. */
public final class ReminderWriter {
    private final Templates templates;

    public ReminderWriter(Templates templates) {
        this.templates = templates;
    }

    public Words write(ReminderContent reminder) {
        return write(templates.inForce(reminder.template()), reminder);
    }

    /** By a text that is not in force, but for its parts. */
    Words write(Published text, ReminderContent reminder) {
        List<String> used = new ArrayList<>();
        used.add(text.name() + "@" + text.version());
        MessageTemplate template = MessageTemplate.of(text.name(), text.text(), part -> {
            Published found = templates.inForce(part);
            used.add(found.name() + "@" + found.version());
            return found.text();
        });
        return template.fill(ReminderValues.of(reminder), used);
    }
}
