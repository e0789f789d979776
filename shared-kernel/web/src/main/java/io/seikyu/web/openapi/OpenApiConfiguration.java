package io.seikyu.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document at {@code /v3/api-docs} and Swagger UI. Nothing of it is loaded before it is asked for. */
@AutoConfiguration
public class OpenApiConfiguration {
    private static final String KEY = "key";

    @Bean
    static BeanFactoryPostProcessor loadsDocumentationWhenAskedFor() {
        return new LazyDocumentation();
    }

    @Bean
    @Lazy
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Seikyu")
                        .version("v1")
                        .description("The backend for billing agencies: review, collection and dunning."))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Bean
    @Lazy
    RecordSchemas recordSchemas(ObjectProvider<RequestMappingHandlerMapping> routes) {
        return new RecordSchemas(new RequestTypes(routes));
    }

    /** @param converters made here because nobody else asks for it, and lazy beans come to life only when asked for */
    @Bean
    @Lazy
    GlobalOperationCustomizer operationDetails(ModelConverterRegistrar converters) {
        return new OperationDetails();
    }

    @Bean
    @Lazy
    OpenApiCustomizer problemSchema() {
        return new ProblemSchema();
    }
}
