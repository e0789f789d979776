package io.seikyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the document says of records, roles, paging and refusals, and that it needs no key. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "axon.axonserver.enabled=false")
class OpenApiIT {
    @LocalServerPort
    private int port;

    @Test
    void describesBodiesAsTheyAreRead() throws Exception {
        JsonNode document = document();
        assertThat(document.at("/openapi").stringValue()).startsWith("3.1");
        JsonNode thing = document.at("/components/schemas/NewThing");
        assertThat(thing.at("/required").valueStream().map(JsonNode::stringValue))
                .containsExactly("name", "price");
        assertThat(thing.at("/properties/name/maxLength").intValue()).isEqualTo(20);
        assertThat(thing.at("/properties/price/format").stringValue()).isEqualTo("decimal");
        assertThat(document.at("/paths/~1v1~1things/post/requestBody/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/NewThing");
    }

    @Test
    void saysOfEachOperationWhoMayCallItAndHowItRefuses() throws Exception {
        JsonNode post = document().at("/paths/~1v1~1things/post");
        assertThat(post.at("/description").stringValue()).isEqualTo("Roles: ADMIN, OPERATOR.");
        assertThat(post.at("/parameters").valueStream().map(p -> p.at("/name").stringValue()))
                .containsExactlyInAnyOrder("Seikyu-Client", "Idempotency-Key");
        assertThat(post.at("/responses/default/content/application~1problem+json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document()
                        .at("/paths/~1v1~1things/get/parameters")
                        .valueStream()
                        .map(p -> p.at("/name").stringValue()))
                .containsExactlyInAnyOrder("limit", "cursor");
    }

    @Test
    void showsSwaggerUi() throws Exception {
        HttpResponse<String> page = get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(get("/v3/api-docs/swagger-config").statusCode()).isEqualTo(200);
    }

    private JsonNode document() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get("/v3/api-docs").body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
