package io.seikyu.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DefaultsTest {
    @Test
    void nothingNeedsToBeGiven() {
        assertThat(properties(Map.of(), Map.of())).isEqualTo(new SeikyuProperties(8080, Path.of("data"), null, null));
    }

    @Test
    void theEnvironmentNamesThemWithUnderscores() {
        assertThat(properties(
                        Map.of(
                                "SEIKYU_PORT", "0",
                                "SEIKYU_DATA_DIR", "/var/lib/seikyu",
                                "SEIKYU_ADMIN_KEY", "sk_first",
                                "SEIKYU_MONGODB_URI", "mongodb://a,b/c?replicaSet=rs0"),
                        Map.of()))
                .isEqualTo(new SeikyuProperties(
                        0, Path.of("/var/lib/seikyu"), "sk_first", "mongodb://a,b/c?replicaSet=rs0"));
    }

    @Test
    void theCommandLineCountsMoreThanTheEnvironment() {
        SeikyuProperties given = properties(
                Map.of("SEIKYU_PORT", "1", "SEIKYU_MONGODB_URI", "mongodb://a"),
                Map.of("seikyu.port", "2", "seikyu.mongodb-uri", ""));

        assertThat(given.port()).isEqualTo(2);
        assertThat(given.sharedMongo()).isEmpty();
    }

    private static SeikyuProperties properties(Map<String, Object> environment, Map<String, Object> commandLine) {
        StandardEnvironment all = new StandardEnvironment();
        all.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        all.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        all.getPropertySources().addFirst(new MapPropertySource("commandLine", commandLine));
        new Defaults().postProcessEnvironment(all, new SpringApplication());
        return Binder.get(all).bind("seikyu", SeikyuProperties.class).get();
    }
}
