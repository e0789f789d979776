package io.seikyu.web.openapi;

import io.seikyu.web.Headers;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Paging;
import io.seikyu.web.problem.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What every operation shares and no controller repeats: roles, the client's header, paging, refusals. */
final class OperationDetails implements GlobalOperationCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Tenancy.class, Paging.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Access access = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        if (access == null) {
            return operation;
        }
        String roles = Arrays.stream(access.value()).map(Enum::name).collect(Collectors.joining(", "));
        String said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.setDescription(said + "Roles: ADMIN" + (roles.isEmpty() ? "." : ", " + roles + "."));
        if (takes(handler, Tenancy.class)) {
            operation.addParametersItem(header(Tenancy.HEADER, "The client company, for keys of the agency."));
        }
        if (takes(handler, Paging.class)) {
            operation.addParametersItem(query("limit", limit()));
            operation.addParametersItem(query("cursor", new StringSchema()));
        }
        if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PostMapping.class)) {
            operation.addParametersItem(header(Headers.IDEMPOTENCY_KEY, "The same key and body: the same answer."));
        }
        refusals(operation);
        return operation;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }

    private static Schema<?> limit() {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Paging.HIGHEST_LIMIT));
        limit.setDefault(Paging.DEFAULT_LIMIT);
        return limit;
    }

    private static void refusals(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        Schema<?> problem = new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + ProblemSchema.NAME);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A refusal")
                                .content(new Content()
                                        .addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem))));
    }
}
