package io.seikyu.web.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** What holds in every application unless something else is said anywhere; early enough for the log's levels. */
final class Defaults implements EnvironmentPostProcessor {
    private static final ClassPathResource FILE = new ClassPathResource("defaults.properties", Defaults.class);

    Defaults() {}

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("seikyu-defaults", FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
