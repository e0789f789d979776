package io.seikyu.command.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that is told of events: a real server, which answers as it is told to and 204 otherwise. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    /** Whoever tells an earlier one, which had the same port, is not heard here. */
    private final String path = "/hooks/" + UUID.randomUUID();

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile String redirect;

    record Message(String id, String timestamp, String signature, byte[] body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String type() {
            return json().get("type").stringValue();
        }

        boolean isSignedWith(String secret) {
            return WebhookSignature.of(secret, id, Long.parseLong(timestamp), body)
                    .equals(signature);
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        Receiver receiver =
                new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.createContext(receiver.path, receiver::take);
        receiver.server.setExecutor(Executors.newCachedThreadPool());
        receiver.server.start();
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers so to the next messages, in order. */
    void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    void redirectTo(String url) {
        redirect = url;
    }

    List<Message> messages() {
        return messages;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        messages.add(new Message(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        Integer status = answers.poll();
        if (redirect != null) {
            exchange.getResponseHeaders().add("Location", redirect);
        }
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
