package io.seikyu.web.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Seikyu is run. Each can be given as {@code seikyu.data-dir}, {@code --seikyu.data-dir} or
 * {@code SEIKYU_DATA_DIR}.
 *
 * @param port       to listen on; 0 for a free one; 8080 unless given
 * @param dataDir    where the log, the keys and the checkpoints of one process are; {@code data} unless given
 * @param adminKey   the first administrator's key, or none
 * @param mongodbUri of the replica set that holds everything; none: the log is in {@code dataDir}
 */
@ConfigurationProperties("seikyu")
public record SeikyuProperties(
        int port,
        Path dataDir,
        @Nullable String adminKey,
        @Nullable String mongodbUri) {
    public SeikyuProperties {
        dataDir = dataDir == null ? Path.of("data") : dataDir;
        adminKey = blankToNull(adminKey);
        mongodbUri = blankToNull(mongodbUri);
    }

    /** Where everything is, the log too; empty when the log is embedded. */
    public Optional<String> sharedMongo() {
        return Optional.ofNullable(mongodbUri);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
