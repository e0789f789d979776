package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program dies behind each commit of the way from the day on which a payer is to be reminded to the word that the
 * mail left; its lists, sagas and agenda, in memory here, are gone each time. No mail goes out twice, and none is
 * forgotten. {@code -Dseikyu.dunning.deaths=14} dies behind every one.
 */
@Timeout(3_600)
class KilledDunningIT {
    private static final int DEATHS = Integer.getInteger("seikyu.dunning.deaths", 4);
    /** So many commits there are on the way. */
    private static final int COMMITS = 14;

    @TempDir
    private Path data;

    private ChildProcess child;

    @AfterEach
    void end() throws Exception {
        child.kill();
    }

    @Test
    void whereverTheProgramDiesEachPayerIsRemindedOnce() throws Exception {
        child = start(true);
        LocalDate due = null;
        for (int i = 0; i < DEATHS; i++) {
            due = LocalDate.parse(child.ask("owes p" + i));
        }
        for (int i = 0; i < DEATHS; i++) {
            child.ask("hold p" + i + " " + dayOf(due, i).minusDays(1));
        }

        for (int i = 0; i < DEATHS; i++) {
            int commits = DEATHS < COMMITS ? i * COMMITS / DEATHS : i % COMMITS;
            child.ask("until " + Debtors.at(dayOf(due, i), 8));
            child.ask("die " + commits);
            child.tell("until " + Debtors.at(dayOf(due, i), 10));
            boolean died = child.endsBeforeItAnswers();
            child.kill();
            child = start(false);
            child.ask("until " + Debtors.at(dayOf(due, i), 12));

            assertThat(died).as("there are so many commits: " + commits).isTrue();
            int payer = i;
            String invoice = "acme/invoice/p" + i + "-1";
            String about = invoice + ", dead behind commit " + (commits + 1);
            List<String> mails = Debtors.mails(data).stream()
                    .filter(name -> name.contains(".p" + payer + "."))
                    .toList();
            long confirmed = count(invoice, "invoice.reminder-confirmed");
            long reminded = count(invoice, "invoice.reminded");
            assertThat(confirmed).as(about).isEqualTo(1);
            assertThat(mails).as(about).hasSizeLessThanOrEqualTo((int) confirmed);
            // where the process died between the two, a person finds out whether the mail left
            assertThat(reminded).as(about).isBetween(confirmed - 1, confirmed);
            if (reminded == confirmed) {
                assertThat(mails).as(about).hasSize((int) confirmed);
            }
        }
    }

    private long count(String stream, String type) throws IOException {
        return Long.parseLong(child.ask("count " + stream + " " + type));
    }

    private static LocalDate dayOf(LocalDate due, int payer) {
        return Debtors.bankingDays(due, 3 + payer);
    }

    private ChildProcess start(boolean first) throws IOException {
        return new ChildProcess(DunningChild.class, data.toString(), Boolean.toString(first));
    }
}
