package io.seikyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller hears on the wire, byte by byte, when he sends what he should not. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "axon.axonserver.enabled=false")
@Timeout(120)
class ProblemsIT {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET /v1/things/1|200|",
                "GET /v1/nowhere|404|not-found",
                "GET /nowhere|404|not-found",
                "GET /error|404|not-found",
                "GET /|404|not-found",
                "GET /v1/things/x|400|malformed-parameter",
                "GET /v1/things/99999999999999999999|400|malformed-parameter",
                "GET /v1/things/1?asOf=yesterday|400|malformed-parameter",
                "GET /v1/things/1?colour=GREEN|400|malformed-parameter",
                "GET /v1/things/1?min=x|400|malformed-parameter",
                "GET /v1/things/1?min=%zz|400|malformed-parameters",
                "GET /v1/things/1?%zz=1|400|malformed-parameters",
                "GET /v1/things/%zz|400|malformed-request",
                "GET /v1/things/%00|400|malformed-request",
                "GET /v1/things/%c0%ae|400|malformed-request",
                "GET /v1/things/a%2fb|400|malformed-request",
                "GET /v1/things/..%2f..%2fetc|400|malformed-request",
                "GET /v1/things/%5c|400|malformed-request",
                "GET /v1/things/<script>|400|malformed-request",
                "GET /v1/things/1;a=b|400|malformed-request",
                "GET /v1/things/1;%00%'%2f|400|malformed-request",
                "GET /v1/questions?from=2026-04-01&min=1&colour=RED&days=3|200|",
                "GET /v1/questions?from=x&min=1|400|malformed-parameter",
                "GET /v1/questions?colour=x|400|malformed-parameter",
                "GET /v1/questions?days=1e9|400|malformed-parameter",
                "GET /v1/things?limit=0|400|malformed-parameter",
                "GET /v1/things?limit=501|400|malformed-parameter",
                "GET /v1/things?limit=a|400|malformed-parameter",
                "GET /v1/things?cursor=abc|400|malformed-cursor",
                "GET /v1/things?limit=5&atLeast=0|200|",
                "GET /v1/things?colour=RED|400|malformed-parameter",
                "GET /v1/things?%zz=1|400|malformed-parameters",
                "GET /v1/questions?colour=RED&coulor=BLUE|400|malformed-parameter",
                "GET /../../etc/passwd|400|malformed-request",
                "GET nonsense|400|malformed-request",
                "DELETE /v1/things|405|method-not-allowed",
                "FOO /v1/things|405|method-not-allowed",
                "TRACE /v1/things|405|method-not-allowed",
                "PROPFIND /v1/things/1|405|method-not-allowed",
                "GET /v1/failure|500|internal-error",
                "GET /v1/limit|422|credit-limit-exceeded",
            })
    void answersEveryAddressWithItsStatus(String line, int status, String code) throws IOException {
        assertAnswer(
                send(line + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n\r\n"),
                status,
                code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Accept: image/png|406|not-acceptable",
                "Accept: garbage|406|not-acceptable",
                "Accept: application/yaml|406|not-acceptable",
                "Accept: application/xml|406|not-acceptable",
                "Accept: text/html;q=x|406|not-acceptable",
                "Seikyu-Client: a/b|400|malformed-header",
                "Expect: the unexpected|417|expectation-failed",
                "Bad Header: x|400|malformed-request",
                "Content-Length: -1|400|malformed-request",
                "Content-Length: 99999999999999999999|400|malformed-request",
                "Content-Length: abc|400|malformed-request",
                "Transfer-Encoding: nonsense|400|malformed-request",
                "Host: a b|400|malformed-request",
            })
    void answersEveryHeaderWithItsStatus(String header, int status, String code) throws IOException {
        String accept = header.startsWith("Seikyu") ? "POST /v1/things" : "GET /v1/things/1";
        String body = header.startsWith("Seikyu") ? "Content-Type: application/json\r\nContent-Length: 24\r\n" : "";
        assertAnswer(
                send(accept + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n" + body
                        + header + "\r\n\r\n{\"name\":\"a\", \"price\": 1}"),
                status,
                code);
    }

    @Test
    void answersHeadersThatAreTooLarge() throws IOException {
        assertAnswer(
                send("GET /v1/things/1 HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(40_000) + "\r\n\r\n"),
                400,
                "malformed-request");
        assertAnswer(send("GET /v1/" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 400, "malformed-request");
    }

    @Test
    void answersWhatIsNoHttp() throws IOException {
        assertAnswer(send("\u0016\u0003\u0001\r\n\r\n"), 400, "malformed-request");
        assertAnswer(send("請求書をください\r\n\r\n"), 400, "malformed-request");
        assertAnswer(send("GET / HTTP/9.9\r\nHost: x\r\n\r\n"), 400, "malformed-request");
        assertAnswer(send("GET / HTTP/1.1\r\n\r\n"), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json|{\"name\": \"a\", \"price\": 1, \"clientId\": \"acme\"}|200|",
                "application/json;charset=utf-8|{\"name\": \"a\", \"price\": 1, \"clientId\": \"acme\"}|200|",
                "application/json|{\"name\": \"a\", \"price\": 1}|422|client-required",
                "application/json|{\"name\": 1}|422|invalid-input",
                "application/json|{\"name\": 1|400|malformed-json",
                "application/json||400|unreadable-body",
                "application/json;charset=utf-16|{}|415|unsupported-media-type",
                "application/json;charset=nonsense|{}|415|unsupported-media-type",
                "text/plain|{}|415|unsupported-media-type",
                "application/xml|<a/>|415|unsupported-media-type",
                "application/yaml|name: a|415|unsupported-media-type",
                "application/cbor|x|415|unsupported-media-type",
                "application/x-www-form-urlencoded|a=b|415|unsupported-media-type",
                "multipart/form-data|x|415|unsupported-media-type",
                "multipart/form-data;boundary=a|--a--|415|unsupported-media-type",
                "nonsense|{}|415|unsupported-media-type",
                "/|{}|415|unsupported-media-type",
                "*/*|{}|415|unsupported-media-type",
                "application/*|{}|415|unsupported-media-type",
            })
    void answersEveryBodyWithItsStatus(String type, String body, int status, String code) throws IOException {
        String sent = body == null ? "" : body;
        assertAnswer(
                send("POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n"
                        + "Content-Type: " + type + "\r\nContent-Length: " + sent.length() + "\r\n\r\n" + sent),
                status,
                code);
    }

    @Test
    void refusesTenMegabytesWhetherAnnouncedOrNot() throws IOException {
        String head = "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\n";
        String body = "x".repeat(10 << 20);
        assertAnswer(send(head + "Content-Length: " + body.length() + "\r\n\r\n" + body), 413, "body-too-large");
        String chunked = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        assertAnswer(send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunked), 413, "body-too-large");
    }

    @Test
    void refusesBodiesThatEndEarlyOrAreChunkedWrongly() throws IOException {
        String head = "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\n";
        assertAnswer(send(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"), 400, null);
        assertAnswer(send(head + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n{}"), 400, null);
        assertAnswer(send(head + "Content-Length: 30\r\n\r\n{}"), 400, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer sk_admin|200|",
                "bearer sk_admin|200|",
                "Bearer sk_client|200|",
                "Bearer sk_expired|401|unauthenticated",
                "Bearer sk_revoked|401|unauthenticated",
                "Bearer sk_garbage|401|unauthenticated",
                "Bearer|401|unauthenticated",
                "Basic c2tfYWRtaW46|401|unauthenticated",
                "sk_admin|401|unauthenticated",
            })
    void letsNobodyInWithoutAValidKey(String authorization, int status, String code) throws IOException {
        Answer answer = send("GET /v1/things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + authorization + "\r\n\r\n");
        assertAnswer(answer, status, code);
        if (status == 401) {
            assertThat(answer.head()).containsIgnoringCase("WWW-Authenticate: Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things/1",
        "//v1/things/1",
        "/v1//things/1",
        "/./v1/things/1",
        "/x/../v1/things/1",
        "/%76%31/things/1",
        "/v1;x=y/things/1",
        "/;x/v1/things/1",
        "/V1/things/1",
        "/v1/nowhere"
    })
    void knowsNoWayAroundTheKey(String address) throws IOException {
        Answer answer = send("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isIn(400, 401, 404);
        assertAnswer(answer, answer.status(), null);
    }

    @Test
    void letsARoleDoOnlyWhatItMay() throws IOException {
        String post = "POST /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\nAuthorization: Bearer ";
        assertAnswer(send(post + "sk_client\r\n\r\n{}"), 403, "forbidden");
        assertAnswer(send(post + "sk_operator\r\n\r\n{}"), 422, "invalid-input");
        assertAnswer(send(post + "sk_admin\r\n\r\n{}"), 422, "invalid-input");
    }

    @Test
    void saysHealthToEverybody() throws IOException {
        Answer answer = send("GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    @Test
    void namesEveryFaultOfABody() throws IOException {
        String body = "{\"price\": \"\\ud800\", \"\\ud800\": 1, \"b\\u0007\": 2}";
        Answer answer =
                send("POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("errors").size()).isEqualTo(4);
        assertThat(problem.get("instance").stringValue()).isEqualTo("/v1/things");
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:seikyu:problem:invalid-input");
    }

    @Test
    void carriesFurtherMembersAndHeaders() throws IOException {
        Answer answer = send(
                "GET /v1/limit HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_admin\r\nConnection: close\r\n\r\n");
        assertThat(answer.head()).contains("Retry-After: 5");
        assertThat(answer.body()).contains("\"left\":\"1000\"");
    }

    private void assertAnswer(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.head()).containsIgnoringCase("Content-Type: application/problem+json");
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "instance", "code");
            assertThat(problem.get("status").intValue()).isEqualTo(status);
            if (code != null) {
                assertThat(problem.get("code").stringValue()).isEqualTo(code);
            }
        }
        assertThat(answer.head() + answer.body())
                .doesNotContainIgnoringCase("tomcat", "apache", "springframework", "exception", "password", "\tat ");
    }

    private Answer send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(end < 0 ? answer : answer.substring(0, end), end < 0 ? "" : answer.substring(end + 4));
        }
    }

    /** An answer as it came over the wire. */
    private record Answer(String head, String body) {
        int status() {
            return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : -1;
        }
    }
}
