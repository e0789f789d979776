package io.seikyu.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seikyu as other systems see it: HTTP and JSON, nothing else. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JSON_TYPE = "application/json";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private long position = -1;

    Api(URI base) {
        this.base = base;
    }

    /**
     * A caller with a key of its own.
     *
     * @param clientId the client company for which it acts; null for none in particular
     */
    As as(String key, @Nullable String clientId) {
        return new As(key, clientId);
    }

    /** The last position that a command answered with: whoever asks with it sees what was done. */
    long position() {
        return position;
    }

    final class As {
        private final String key;
        private final @Nullable String clientId;

        private As(String key, @Nullable String clientId) {
            this.key = key;
            this.clientId = clientId;
        }

        JsonNode get(String path) {
            return send(request(path).GET().build());
        }

        /** @see Api#position() */
        long position() {
            return position;
        }

        JsonNode post(String path, Object body) {
            return post(path, JSON_TYPE, JSON.writeValueAsBytes(body));
        }

        JsonNode post(String path, String contentType, byte[] body) {
            return send(request(path)
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
        }

        /** As {@link #post}; the same key and body may be sent again without anything happening twice. */
        JsonNode postOnce(String idempotencyKey, String path, JsonNode body) {
            return send(request(path)
                    .header("Content-Type", JSON_TYPE)
                    .header("Idempotency-Key", idempotencyKey)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build());
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Accept", JSON_TYPE)
                    .header("Authorization", "Bearer " + key);
            return clientId == null ? request : request.header("Seikyu-Client", clientId);
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " answered "
                        + response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            response.headers()
                    .firstValueAsLong("Seikyu-Position")
                    .ifPresent(seen -> position = Math.max(position, seen));
            return response.body().length == 0 ? JSON.valueToTree(Map.of()) : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
        }
    }
}
