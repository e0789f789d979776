package io.seikyu.command.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A mail server that misbehaves at the point of the dialogue at which it is told to. It counts what it has taken. */
public final class ScriptedSmtp implements AutoCloseable {
    /** Where in the dialogue. */
    public enum Point {
        CONNECTED,
        RECIPIENT,
        TEXT_ASKED_FOR,
        /** The whole text has come; the server has it from here on. */
        TEXT_TAKEN
    }

    private final ServerSocket socket;
    private final Map<Point, ConcurrentLinkedQueue<String>> script = new ConcurrentHashMap<>();
    private final Map<Point, Semaphore> arrivals = new HashMap<>();
    private final List<String> taken = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public ScriptedSmtp() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (Point point : Point.values()) {
            script.put(point, new ConcurrentLinkedQueue<>());
            arrivals.put(point, new Semaphore(0));
        }
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    /** The next dialogue that comes there gets this reply; {@code drop} ends the connection; {@code hold} says nothing. */
    public void next(Point point, String reply) {
        script.get(point).add(reply);
    }

    /** Waits until a dialogue has come there. */
    public void awaitArrival(Point point) throws InterruptedException {
        arrivals.get(point).acquire();
    }

    /** So that the next ones are waited for. */
    public void forgetArrivals() {
        arrivals.values().forEach(Semaphore::drainPermits);
    }

    /** The texts it has. */
    public List<String> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket dialogue = socket.accept();
                daemon(() -> hold(dialogue));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void hold(Socket connection) {
        open.add(connection);
        try (connection) {
            new Dialogue(connection).run();
        } catch (IOException | UncheckedIOException e) {
            // the other side went away, or was sent away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    /** Also ends the dialogues in which it says nothing. */
    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private final class Dialogue {
        private final Socket connection;
        private final BufferedReader in;

        Dialogue(Socket connection) throws IOException {
            this.connection = connection;
            this.in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException, InterruptedException {
            if (!at(Point.CONNECTED, "220 scripted")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                boolean goesOn = switch (verb) {
                    case "RCPT" -> at(Point.RECIPIENT, "250 ok");
                    case "DATA" -> at(Point.TEXT_ASKED_FOR, "354 go on") && text();
                    case "QUIT" -> say("221 bye") && false;
                    default -> say("250 ok");
                };
                if (!goesOn) {
                    return;
                }
            }
        }

        private boolean text() throws IOException, InterruptedException {
            StringBuilder text = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    return taken(text.toString());
                }
                text.append(line).append('\n');
            }
            return false;
        }

        private boolean taken(String text) throws IOException, InterruptedException {
            String reply = script.get(Point.TEXT_TAKEN).peek();
            boolean refused = reply != null && (reply.startsWith("4") || reply.startsWith("5"));
            if (!refused) {
                synchronized (taken) {
                    taken.add(text);
                }
            }
            return at(Point.TEXT_TAKEN, "250 taken");
        }

        /** A dialogue goes on after any reply. */
        private boolean at(Point point, String usual) throws IOException, InterruptedException {
            String scripted = script.get(point).poll();
            arrivals.get(point).release();
            String reply = scripted == null ? usual : scripted;
            if (reply.equals("drop")) {
                return false;
            }
            if (reply.equals("hold")) {
                // until the other side goes away
                while (in.read() != -1) {
                    continue;
                }
                return false;
            }
            say(reply);
            return !(point == Point.TEXT_ASKED_FOR) || reply.startsWith("354");
        }

        private boolean say(String reply) throws IOException {
            connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            return true;
        }
    }
}
