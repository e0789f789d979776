package io.seikyu.standalone;

import io.seikyu.standalone.Poison.Dose;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Requests of which none may be accepted, made from a seed. */
final class HostileRequests {
    private static final int TEN_MEGABYTES = 10 << 20;

    private final Random random;
    private final Poison poison;
    private final String key;
    private final Map<String, JsonNode> accepted;
    private final List<Supplier<Hostile>> kinds = List.of(
            this::poisoned,
            this::poisoned,
            this::poisoned,
            this::poisoned,
            this::brokenJson,
            this::brokenJson,
            this::incomplete,
            this::wrongType,
            this::unknownThing,
            this::oddAddress,
            this::badParameter,
            this::badHeader,
            this::badKey,
            this::wrongMethod,
            this::garbage,
            this::malformedHttp,
            this::cutOff,
            this::large);

    /**
     * @param key      of an administrator
     * @param accepted bodies that would be accepted, by address
     */
    HostileRequests(Random random, String key, Map<String, JsonNode> accepted) {
        this.random = random;
        this.poison = new Poison(random);
        this.key = key;
        this.accepted = accepted;
    }

    /**
     * A request.
     *
     * @param kind            what is wrong with it
     * @param pointer         where the answer has to say the fault is, or null where it has no place
     * @param mayBeUnanswered whether the server may hang up without a word, since it is no request at all
     */
    record Hostile(String kind, byte[] bytes, String pointer, boolean mayBeUnanswered) {}

    Hostile next() {
        return pick(kinds).get();
    }

    private Hostile poisoned() {
        Map.Entry<String, JsonNode> target = target();
        Dose dose = poison.into(target.getValue());
        return new Hostile(
                "spoilt body for " + target.getKey() + " at " + dose.pointer(),
                post(target.getKey(), json(), utf8(dose.body())),
                dose.pointer(),
                false);
    }

    private Hostile brokenJson() {
        Map.Entry<String, JsonNode> target = target();
        String body = target.getValue().toString();
        int at = 1 + random.nextInt(body.length() - 2);
        byte[] broken = switch (random.nextInt(6)) {
            case 0 -> utf8(body.substring(0, at));
            case 1 -> utf8(body.substring(0, at) + "\u0001" + body.substring(at));
            case 2 -> utf8(body + pick(List.of("}", "{}", ",", "x", "\u0000")));
            case 3 ->
                bytes(utf8(body.substring(0, at)), new byte[] {(byte) 0xff, (byte) 0xfe}, utf8(body.substring(at)));
            case 4 -> utf8(pick(List.of("[", "{\"a\":")).repeat(50_000));
            default ->
                utf8(pick(List.of(
                        "", " ", "nul", "'{}'", "<a/>", "a=b", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "\ufeff{}")));
        };
        return hostile("broken JSON for " + target.getKey(), post(target.getKey(), json(), broken));
    }

    private Hostile incomplete() {
        Map.Entry<String, JsonNode> target = target();
        String body = pick(List.of("{}", "[]", "null", "1", "\"x\"", "true", "[{}]", "{\"surplus\": 1}"));
        return new Hostile(body + " for " + target.getKey(), post(target.getKey(), json(), utf8(body)), "*", false);
    }

    private Hostile wrongType() {
        Map.Entry<String, JsonNode> target = target();
        String type = pick(List.of(
                "text/plain",
                "text/html",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "application/*",
                "*/*",
                "/",
                "nonsense",
                "application/json/json",
                ";;;",
                "application/yaml"));
        return hostile(
                "a body of type " + type,
                post(
                        target.getKey(),
                        "Content-Type: " + type + "\r\n",
                        utf8(target.getValue().toString())));
    }

    private Hostile unknownThing() {
        String id = "nobody-" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
        List<String> known = accepted.keySet().stream()
                .filter(path -> path.chars().filter(c -> c == '/').count() > 2)
                .sorted()
                .toList();
        if (random.nextBoolean()) {
            String path = "/v1/" + pick(List.of("clients", "accounts", "contracts", "invoices", "receipts")) + "/" + id;
            return hostile("GET " + path, request("GET", path, "", new byte[0]));
        }
        String path = pick(known);
        JsonNode body = accepted.get(path);
        String unknown = path.replaceFirst("^(/v1/[a-z-]+/)[^/]+", "$1" + id);
        String client = path.startsWith("/v1/clients") ? "" : "Seikyu-Client: acme\r\n";
        return hostile("POST " + unknown, request("POST", unknown, client + json(), utf8(body.toString())));
    }

    private Hostile oddAddress() {
        StringBuilder odd = new StringBuilder(pick(List.of("/v1/invoices/", "/v1/", "/", "/v1/accounts/a1/", "//v1/")));
        odd.append('~');
        for (int i = random.nextInt(40); i >= 0; i--) {
            odd.append(pick(List.of(
                    "%00",
                    "%0d%0a",
                    "%2e%2e",
                    "%2f",
                    "%5c",
                    "%c0%ae",
                    "%zz",
                    "%",
                    "..",
                    "/",
                    "\\",
                    ";",
                    "a",
                    "<",
                    "\"",
                    "{",
                    "|",
                    "^",
                    "`",
                    "é",
                    "請",
                    "%ff",
                    "%ed%a0%80",
                    "*",
                    "'",
                    "=",
                    "&",
                    "+",
                    "$",
                    "\u007f",
                    "\u0001")));
        }
        String path = random.nextInt(20) == 0 ? odd + "x".repeat(30_000) : odd.toString();
        return hostile("the address " + path, request("GET", path, "", new byte[0]));
    }

    private Hostile badParameter() {
        String path = "/v1/" + pick(List.of("clients", "accounts", "contracts", "invoices", "receipts"));
        String parameter = pick(List.of(
                "limit=0",
                "limit=-1",
                "limit=501",
                "limit=x",
                "limit=1e9",
                "limit=99999999999999999999",
                "limit=%zz",
                "limit=%00",
                "cursor=x",
                "cursor=AAAA",
                "cursor=%F0%9F%92%A9",
                "cursor=" + "A".repeat(5_000),
                "atLeast=x",
                "atLeast=1.5",
                "atLeast=99999999999999999999",
                "atLeast=%ff",
                "%zz",
                "limit=%e0%80"));
        if (path.endsWith("invoices") && random.nextBoolean()) {
            parameter = pick(List.of(
                    "from=x",
                    "from=2026-02-30",
                    "to=%00",
                    "minAmount=x",
                    "maxAmount=--1",
                    "status=NOBODY",
                    "dueFrom=1",
                    "dueTo=2026-13-01",
                    "overdue=perhaps"));
        }
        return hostile(path + "?" + parameter, request("GET", path + "?" + parameter, "", new byte[0]));
    }

    private Hostile badHeader() {
        Map.Entry<String, JsonNode> target = target();
        byte[] body = utf8(target.getValue().toString());
        String header = pick(List.of(
                "Idempotency-Key: " + "k".repeat(256),
                "Idempotency-Key: \u0001",
                "If-Match: nonsense",
                "If-Match: W/\"x\"",
                "If-Match: \"-1\"",
                "If-Match: \"99999999999999999999\"",
                "Content-Encoding: gzip, nonsense",
                "Expect: miracles",
                "X: " + "x".repeat(40_000)));
        if (header.startsWith("Content-Encoding")) {
            return hostile(
                    header, post(target.getKey(), header + "\r\n" + json(), new byte[] {31, -117, 8, 0, 1, 2, 3}));
        }
        return hostile(
                header.substring(0, Math.min(80, header.length())),
                post(target.getKey(), header + "\r\n" + json(), body));
    }

    private Hostile badKey() {
        Map.Entry<String, JsonNode> target = target();
        String authorization = pick(List.of(
                "",
                "Authorization: Bearer sk_nobody\r\n",
                "Authorization: Basic eDp5\r\n",
                "Authorization: Bearer \r\n",
                "Authorization: " + key + "\r\n",
                "Authorization: Bearer " + key + "x\r\n",
                "Authorization: Bearer " + "x".repeat(5_000) + "\r\n",
                "Authorization: Bearer \u00ff\u0000\r\n"));
        byte[] body = utf8(target.getValue().toString());
        return hostile(
                "no valid key",
                bytes(
                        utf8("POST " + target.getKey() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + authorization
                                + json() + "Content-Length: " + body.length + "\r\n\r\n"),
                        body));
    }

    private Hostile wrongMethod() {
        String method = pick(List.of(
                "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get", "POST\u0000", "G(T", "X".repeat(500)));
        String path = pick(List.of("/v1/invoices", "/v1/invoices/i1", "/v1/clients", "/v1/receipts", "/v1/nowhere"));
        return hostile(method + " " + path, request(method, path, json(), utf8("{}")));
    }

    private Hostile garbage() {
        byte[] noise = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(noise);
        byte[] end = utf8(random.nextBoolean() ? "\r\n\r\n" : "");
        return new Hostile("noise", bytes(noise, end), null, true);
    }

    private Hostile malformedHttp() {
        String start = "POST /v1/clients HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n" + json();
        String request = pick(List.of(
                start + "Content-Length: -1\r\n\r\n{}",
                start + "Content-Length: x\r\n\r\n{}",
                start + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                start + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
                start + "Transfer-Encoding: gibberish\r\n\r\n{}",
                start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                start + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
                start + "Bad Header\r\n\r\n{}",
                start + ": no name\r\nContent-Length: 2\r\n\r\n{}",
                start + "A\u0000B: x\r\nContent-Length: 2\r\n\r\n{}",
                start.replace("HTTP/1.1", "HTTP/9.9") + "\r\n",
                start.replace("HTTP/1.1", "HTTQ/1.1") + "\r\n",
                start.replace("Host: x", "Host: a b c") + "\r\n",
                start.replace("Host: x\r\n", "") + "\r\n",
                start.replace("POST /v1/clients", "POST  /v1 /clients") + "\r\n",
                "GET\r\n\r\n",
                "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n"));
        return hostile("malformed HTTP: " + request.substring(Math.max(0, request.length() - 60)), utf8(request));
    }

    private Hostile cutOff() {
        Map.Entry<String, JsonNode> target = target();
        byte[] whole = post(target.getKey(), json(), utf8(target.getValue().toString()));
        int cut = 1 + random.nextInt(whole.length - 1);
        return new Hostile("cut off after " + cut + " bytes", Arrays.copyOf(whole, cut), null, true);
    }

    private Hostile large() {
        if (random.nextInt(5) != 0) {
            return poisoned();
        }
        byte[] body = utf8("{\"name\": \"" + "x".repeat(TEN_MEGABYTES) + "\"}");
        if (random.nextBoolean()) {
            return hostile("ten megabytes", post(target().getKey(), json(), body));
        }
        byte[] head = utf8("POST " + target().getKey()
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + key + "\r\n" + json()
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n");
        return hostile("ten megabytes in one chunk", bytes(head, body, utf8("\r\n0\r\n\r\n")));
    }

    private Map.Entry<String, JsonNode> target() {
        return pick(
                accepted.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList());
    }

    private static String json() {
        return "Content-Type: application/json\r\n";
    }

    private byte[] post(String path, String headers, byte[] body) {
        boolean namesClient = path.startsWith("/v1/clients") || path.startsWith("/v1/api-keys");
        return request("POST", path, (namesClient ? "" : "Seikyu-Client: acme\r\n") + headers, body);
    }

    private byte[] request(String method, String path, String headers, byte[] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + key
                + "\r\n" + headers + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        return bytes(utf8(head), body);
    }

    private static Hostile hostile(String kind, byte[] bytes) {
        return new Hostile(kind, bytes, null, false);
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
