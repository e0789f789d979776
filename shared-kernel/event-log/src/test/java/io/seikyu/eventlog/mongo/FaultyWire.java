package io.seikyu.eventlog.mongo;

import com.mongodb.ServerAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Stands between the driver and a MongoDB server and understands just enough of the wire protocol to lose, hold or
 * change the messages a test names: faults that happen below the driver, so that the driver does with them what it does.
 */
final class FaultyWire implements AutoCloseable {
    /** What happens to one request of the driver. */
    interface Fault {
        /** @return what the driver gets; null cuts its connection */
        WireMessage exchange(WireMessage request, Server server) throws IOException;
    }

    /** The server behind the wire, on this connection. */
    interface Server {
        WireMessage answer(WireMessage request) throws IOException;
    }

    static final Fault NONE = (request, server) -> server.answer(request);
    static final Fault REQUEST_LOST = (request, server) -> null;
    static final Fault REPLY_LOST = (request, server) -> {
        server.answer(request);
        return null;
    };

    private final ServerSocket listener;
    private final ServerAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Function<WireMessage, Fault> faults = request -> NONE;
    private volatile boolean down;

    private FaultyWire(ServerAddress target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("wire", this::accept);
    }

    /** @param uri {@code mongodb://host:port} */
    static FaultyWire before(String uri) throws IOException {
        return new FaultyWire(new ServerAddress(uri.substring("mongodb://".length())));
    }

    String uri() {
        return "mongodb://127.0.0.1:" + listener.getLocalPort();
    }

    /** Asked for every request; {@link #NONE} lets it pass. */
    void faults(Function<WireMessage, Fault> chosen) {
        faults = chosen;
    }

    /** From now on every connection is cut at once, or is served again. */
    void down(boolean isDown) {
        down = isDown;
        if (isDown) {
            sockets.forEach(FaultyWire::close);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket driver = listener.accept();
                sockets.add(driver);
                start("wire-connection", () -> serve(driver));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket driver) {
        try (driver;
                Socket server = new Socket(target.getHost(), target.getPort())) {
            sockets.add(server);
            driver.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            DataInputStream requests = new DataInputStream(driver.getInputStream());
            DataInputStream replies = new DataInputStream(server.getInputStream());
            OutputStream toServer = server.getOutputStream();
            while (!down) {
                WireMessage request = WireMessage.read(requests);
                WireMessage reply = faults.apply(request).exchange(request, message -> {
                    message.writeTo(toServer);
                    return WireMessage.read(replies);
                });
                if (reply == null || down) {
                    return;
                }
                reply.writeTo(driver.getOutputStream());
            }
        } catch (IOException cut) {
            // by one of the two sides, as connections end
        } finally {
            sockets.remove(driver);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed then
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        down(true);
    }
}
