package io.seikyu.command.template;

import java.util.List;

/**
 * What a message says.
 *
 * @param templates name and version of each text that it was made of, e.g. {@code r1-mail-ja@2}
 */
public record Words(String subject, String body, List<String> templates) {}
