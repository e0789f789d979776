package io.seikyu.command.dunning;

import static io.seikyu.contract.dunning.ContactChannel.CERTIFIED_LETTER;
import static io.seikyu.contract.dunning.ContactChannel.LEGAL;
import static io.seikyu.contract.dunning.ContactChannel.LETTER;
import static io.seikyu.contract.dunning.ContactChannel.MAIL;
import static io.seikyu.contract.dunning.ContactChannel.PHONE;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What a dunning policy is told.
 *
 * @param ladders            steps in their order, per segment; a segment without one takes that of STANDARD
 * @param advanceNotice      to whom R0 goes
 * @param advanceUntil       the last day for R0, in days before the due date
 * @param firstCheckDays     R1 goes out on this business day after the due date at the earliest
 * @param gapBusinessDays    between two contacts about one invoice, at least
 * @param bankLagDays        business days until a payment is seen
 * @param callAfterDays      business days without an answer after which the call of a stage is due
 * @param firmShortensBy     business days by which a firm tone shortens waits, at most
 * @param contactsAtMost     contacts of one payer within {@code contactsWithinDays}
 * @param opensAt            no contact before it, Japan
 * @param closesAt           nor from it on
 * @param clientAgreesFrom   where the client company holds the claim, it has to agree from this stage on
 * @param neverAutomaticFrom a person decides from this stage on, whatever a step says
 */
record DunningSettings(
        Map<Segment, List<Step>> ladders,
        AdvanceNotice advanceNotice,
        int advanceUntil,
        int firstCheckDays,
        int gapBusinessDays,
        int bankLagDays,
        int callAfterDays,
        int firmShortensBy,
        int contactsAtMost,
        int contactsWithinDays,
        LocalTime opensAt,
        LocalTime closesAt,
        Stage clientAgreesFrom,
        Stage neverAutomaticFrom,
        ToneSettings tone) {

    enum AdvanceNotice {
        NEVER,
        /** To a payer's first invoices, and after the bank account was another one. */
        FIRST_INVOICES,
        ALWAYS
    }

    /**
     * Where one tone ends and the next begins.
     *
     * @param atLeast        settled invoices of the last 12 months, else STANDARD
     * @param gentleRatio    on time, at least, 0–1
     * @param gentleAverage  days late on average, at most
     * @param firmRatio      on time, less than
     * @param firmDelays     and so many long delays, at least
     * @param firmAverage    or days late on average, more than
     */
    record ToneSettings(
            int atLeast,
            BigDecimal gentleRatio,
            BigDecimal gentleAverage,
            BigDecimal firmRatio,
            int firmDelays,
            BigDecimal firmAverage) {}

    /** What holds until somebody publishes another policy. */
    static DunningSettings usual() {
        return new DunningSettings(
                Map.of(
                        Segment.PROMPT, ladder(Stage.R4, 5, 7, -7, 3, 7, 10, 14, 28, 42, 60),
                        Segment.STANDARD, ladder(Stage.R4, 5, 7, -7, 1, 4, 4, 14, 21, 30, 45),
                        Segment.HABITUALLY_LATE, ladder(Stage.R4, 3, 5, -7, 1, 4, 4, 14, 21, 30, 40),
                        Segment.IN_HARDSHIP, ladder(Stage.R2, 7, 10, -7, 3, 7, 7, 21, 30, 45, 75),
                        Segment.AT_RISK, ladder(Stage.R3, 3, 5, -7, 1, 4, 4, 10, 17, 24, 31)),
                AdvanceNotice.FIRST_INVOICES,
                3,
                2,
                3,
                1,
                3,
                3,
                4,
                7,
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                Stage.R3,
                Stage.R5,
                new ToneSettings(
                        4, new BigDecimal("0.9"), new BigDecimal("3"), new BigDecimal("0.7"), 3, new BigDecimal("15")));
    }

    /**
     * @param personFrom   somebody looks at it from this stage on
     * @param answerDays   what the reminder gives
     * @param demandDays   what demands give
     * @param offsets      of R0, R1, R2 as mail, R2 as a call, R3, and so on
     */
    private static List<Step> ladder(Stage personFrom, int answerDays, int demandDays, int... offsets) {
        return List.of(
                step(Stage.R0, MAIL, offsets[0], 0, personFrom),
                step(Stage.R1, MAIL, offsets[1], 0, personFrom),
                step(Stage.R2, MAIL, offsets[2], answerDays, personFrom),
                step(Stage.R2, PHONE, offsets[3], answerDays, personFrom),
                step(Stage.R3, LETTER, offsets[4], demandDays, personFrom),
                step(Stage.R4, LETTER, offsets[5], demandDays, personFrom),
                step(Stage.R5, CERTIFIED_LETTER, offsets[6], demandDays, personFrom),
                step(Stage.R6, LEGAL, offsets[7], 0, personFrom));
    }

    private static Step step(Stage stage, ContactChannel channel, int offset, int deadline, Stage personFrom) {
        return new Step(stage, channel, offset, deadline, !stage.isBelow(personFrom), BigDecimal.ZERO);
    }

    List<Step> ladder(Segment segment) {
        return ladders.getOrDefault(segment, ladders.get(Segment.STANDARD));
    }
}
