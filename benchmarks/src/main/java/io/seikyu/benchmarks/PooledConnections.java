package io.seikyu.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Connections and transactions for Axon's JDBC engine with the least overhead there can be: a transaction takes an idle
 * connection, or a new one when there is none, is one {@code BEGIN … COMMIT}, and gives it back.
 */
public final class PooledConnections implements ConnectionProvider, TransactionManager, AutoCloseable {
    private final String url;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    PooledConnections(String url) {
        this.url = url;
    }

    /** Of the running transaction. */
    @Override
    public Connection getConnection() {
        return ConnectionWrapperFactory.wrap(current.get(), new NoOpCloseHandler());
    }

    @Override
    public Transaction startTransaction() {
        Connection last = idle.pollLast();
        Connection connection = last == null ? connect(false) : last;
        current.set(connection);
        return new Transaction() {
            @Override
            public void commit() {
                end(connection::commit);
            }

            @Override
            public void rollback() {
                end(connection::rollback);
            }

            private void end(SqlAction action) {
                current.remove();
                run(action);
                idle.add(connection);
            }
        };
    }

    /** A connection that the caller has to close. */
    Connection connect(boolean autoCommit) {
        try {
            Connection connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
            connection.setAutoCommit(autoCommit);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to " + url, e);
        }
    }

    /** Closes what is idle; nothing may run any more. */
    @Override
    public void close() {
        idle.forEach(connection -> run(connection::close));
        idle.clear();
    }

    private static void run(SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL failed", e);
        }
    }

    private interface SqlAction {
        void run() throws SQLException;
    }
}
