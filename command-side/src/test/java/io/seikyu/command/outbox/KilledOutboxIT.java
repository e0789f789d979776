package io.seikyu.command.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.ChildProcess;
import io.seikyu.command.outbox.ScriptedSmtp.Point;
import io.seikyu.eventlog.mongo.TestMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed ({@code kill -9}) at each point of a message's way, again and again on the same data; its list of
 * open messages, in memory here, is gone each time, so that every event comes to it again. Nothing is sent twice and
 * nothing is forgotten. {@code -Dseikyu.kills=100} makes it a campaign.
 */
@Timeout(3_600)
@TestInstance(Lifecycle.PER_CLASS)
class KilledOutboxIT {
    private static final int KILLS = Integer.getInteger("seikyu.kills", 1);
    private static final Set<String> ENDS = Set.of("SENT", "IN_DOUBT", "FAILED");

    private Path data;

    private ScriptedSmtp mail;
    private ChildProcess child;
    private int invoices;

    @BeforeAll
    void begin(@TempDir Path directory) throws Exception {
        data = directory;
        mail = new ScriptedSmtp();
        child = start();
    }

    private ChildProcess start() throws IOException {
        String mongo = TestMongo.uriFor(data);
        return new ChildProcess(OutboxChild.class, data.toString(), mongo.isEmpty() ? "-" : mongo, mail.url());
    }

    @AfterAll
    void stop() throws Exception {
        child.kill();
        mail.close();
    }

    @Test
    void killedRightAfterTheInvoiceWasIssued() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int before = mail.taken().size();
            String invoice = next();
            child.ask("issue " + invoice);
            String state = afterKill(invoice);

            int sent = mail.taken().size() - before;
            assertThat(sent).as(invoice + " is " + state).isLessThanOrEqualTo(1);
            if (state.equals("SENT")) {
                assertThat(sent).isEqualTo(1);
            }
        }
    }

    @Test
    void killedBetweenTheStartInTheLogAndTheFirstWordToTheServer() throws Exception {
        assertInDoubtWith(Point.CONNECTED, 0);
    }

    @Test
    void killedWhenTheTextIsAskedFor() throws Exception {
        assertInDoubtWith(Point.TEXT_ASKED_FOR, 0);
    }

    @Test
    void killedWhenTheServerHasItAndTheLogDoesNotKnow() throws Exception {
        assertInDoubtWith(Point.TEXT_TAKEN, 1);
    }

    @Test
    void killedWhileTheResultIsRecorded() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int before = mail.taken().size();
            String invoice = next();
            child.tell("issue " + invoice);
            mail.awaitArrival(Point.TEXT_TAKEN);
            assertThat(afterKill(invoice)).isIn("SENT", "IN_DOUBT");
            assertThat(mail.taken().size() - before).isEqualTo(1);
        }
    }

    private void assertInDoubtWith(Point point, int sent) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int before = mail.taken().size();
            String invoice = next();
            mail.next(point, "hold");
            child.tell("issue " + invoice);
            mail.awaitArrival(point);
            assertThat(afterKill(invoice)).isEqualTo("IN_DOUBT");
            assertThat(mail.taken().size() - before).isEqualTo(sent);
        }
    }

    private String next() {
        invoices++;
        mail.forgetArrivals();
        return "i" + invoices;
    }

    /** Kills it, starts it again, and waits until what becomes of the message is known, or known not to be known. */
    private String afterKill(String invoice) throws Exception {
        child.kill();
        child = start();
        String state = child.ask("state " + invoice);
        for (int i = 0; i < 600 && !ENDS.contains(state); i++) {
            Thread.sleep(100);
            state = child.ask("state " + invoice);
        }
        assertThat(state).isIn(ENDS);
        return state;
    }
}
