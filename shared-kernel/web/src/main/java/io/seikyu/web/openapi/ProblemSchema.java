package io.seikyu.web.openapi;

import io.seikyu.web.problem.Fault;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds the schema of every refusal, {@link io.seikyu.web.problem.Problem}. */
final class ProblemSchema implements OpenApiCustomizer {
    static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents().addSchemas(NAME, problem());
    }

    private static Schema<?> problem() {
        Schema<?> fault = typed("object").description("One of the faults of a body; all are named at once.");
        for (var component : Fault.class.getRecordComponents()) {
            fault.addProperty(component.getName(), typed("string"));
        }
        Schema<?> faults = typed("array");
        faults.setItems(fault);
        Schema<?> problem = typed("object").description("RFC 9457; code is stable.");
        for (String name : new String[] {"type", "title", "detail", "instance", "code"}) {
            problem.addProperty(name, typed("string"));
            problem.addRequiredItem(name);
        }
        problem.addProperty("status", typed("integer"));
        problem.addRequiredItem("status");
        problem.addProperty("errors", faults);
        return problem;
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }
}
