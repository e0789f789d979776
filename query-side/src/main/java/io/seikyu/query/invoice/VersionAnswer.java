package io.seikyu.query.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.query.audit.JsonDifference;
import io.seikyu.query.audit.JsonDifference.Change;
import io.seikyu.query.invoice.InvoiceView.Version;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One document as it was handed in.
 *
 * @param changes what makes it another than the version before; empty for the first
 */
public record VersionAnswer(@JsonUnwrapped Version version, List<Change> changes) {
    static List<VersionAnswer> of(List<Version> versions) {
        List<VersionAnswer> answers = new ArrayList<>();
        JsonNode before = null;
        for (Version version : versions) {
            JsonNode document = json(version);
            answers.add(
                    new VersionAnswer(version, before == null ? List.of() : JsonDifference.between(before, document)));
            before = document;
        }
        return answers;
    }

    static JsonNode json(Version version) {
        return EventJson.mapper().valueToTree(version.document());
    }
}
