package io.seikyu.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that every application with this module has, unless it says otherwise. */
public final class Defaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            // nobody sends forms, so nobody parses them: a body is read where its type is known, or not at all
            Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
            Map.entry("spring.servlet.multipart.enabled", "false"),
            Map.entry("server.tomcat.max-http-form-post-size", "64KB"),
            // read and thrown away, so that who sends too much still hears the 413
            Map.entry("server.tomcat.max-swallow-size", "32MB"),
            Map.entry("server.tomcat.connection-timeout", "20s"),
            Map.entry("server.max-http-request-header-size", "16KB"),
            // no files lie about; without this every unknown address is searched for among them
            Map.entry("spring.web.resources.add-mappings", "false"),
            // below this level the server may write what it could not parse, keys and all
            Map.entry("logging.level.org.apache.coyote", "WARN"),
            Map.entry("logging.level.org.apache.tomcat.util.http", "WARN"),
            Map.entry("springdoc.api-docs.version", "openapi_3_1"),
            Map.entry("springdoc.paths-to-match", "/v1/**"),
            Map.entry("springdoc.default-produces-media-type", "application/json"),
            Map.entry("springdoc.model-converters.polymorphic-converter.enabled", "false"),
            Map.entry("springdoc.override-with-generic-response", "false"),
            Map.entry("management.endpoints.web.exposure.include", "health"),
            Map.entry("management.endpoint.health.show-details", "never"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("seikyu-web", SETTINGS));
    }
}
