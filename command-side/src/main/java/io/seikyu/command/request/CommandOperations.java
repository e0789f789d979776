package io.seikyu.command.request;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** What every command takes besides its body, for the OpenAPI document. */
final class CommandOperations implements GlobalOperationCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asked.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean command = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Asked.class);
        if (command) {
            operation.addParametersItem(header(HttpHeaders.IF_MATCH, "The ETag that was seen: 412 if it has changed."));
            operation.addParametersItem(header(AskedArgument.CORRELATION_ID, "Stands in every event it causes."));
        }
        return operation;
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }
}
