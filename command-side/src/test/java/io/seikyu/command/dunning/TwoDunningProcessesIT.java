package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two command sides on one log, each with an agenda and sagas of its own, so that both decide about everything: each
 * payer is reminded once all the same. {@code -Dseikyu.dunning.payers=} makes it larger.
 */
@Timeout(3_600)
class TwoDunningProcessesIT {
    private static final int PAYERS = Integer.getInteger("seikyu.dunning.payers", 8);

    @TempDir
    private Path data;

    @Test
    void twoProcessesOnOneAgendaRemindEachPayerOnce() {
        Path first = data.resolve("one");
        Path second = data.resolve("two");
        try (TestMongo mongo = TestMongo.fresh();
                CommandServer one = CommandServer.start(first, mongo.uri(), Debtors.SANDBOX);
                CommandServer two = CommandServer.start(second, mongo.uri(), Debtors.SANDBOX)) {
            Debtors here = new Debtors(one, true);
            Debtors there = new Debtors(two, false);
            LocalDate due = null;
            for (int i = 0; i < PAYERS; i++) {
                due = (i % 2 == 0 ? here : there).owes("p" + i);
            }
            for (int day = 1; day <= 6; day++) {
                here.until(Debtors.bankingDays(due, day), 10);
                there.until(Debtors.bankingDays(due, day), 11);
            }

            List<String> mails = new ArrayList<>(Debtors.mails(first));
            mails.addAll(Debtors.mails(second));
            assertThat(mails).doesNotHaveDuplicates();
            long made = 0;
            for (int i = 0; i < PAYERS; i++) {
                String invoice = "acme/invoice/p" + i + "-1";
                long reminded = here.count(invoice, "invoice.reminded");
                assertThat(reminded).as(invoice).isBetween(2L, 3L);
                assertThat(here.count(invoice, "invoice.reminder-confirmed"))
                        .as(invoice)
                        .isEqualTo(reminded);
                made += reminded;
            }
            assertThat(mails).hasSize((int) made);
        }
    }
}
