package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.command.dunning.DunningDecision.Item;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 2026-01-30 is a Friday, 2026-02-11 a holiday. */
class DunningPolicyTest {
    private final Payer payer = new Payer();

    @Test
    void whoNeverPaysGoesThroughEveryStageAndNoneIsSkipped() {
        payer.owes("a", "2026-01-30");

        assertThat(payer.live("2026-01-20", "2026-04-30"))
                .containsExactly(
                        "2026-02-03 R1 MAIL a:R1",
                        "2026-02-06 R2 MAIL a:R2",
                        "2026-02-12 R2 PHONE a:R2",
                        "2026-02-18 R3 LETTER a:R3",
                        "2026-02-26 R4 LETTER a:R4",
                        "2026-03-06 R5 CERTIFIED_LETTER a:R5",
                        "2026-03-16 R6 LEGAL a:R6");
    }

    @Test
    void firstInvoicesAreAnnounced() {
        payer.owes("a", "2026-01-30").newToPay = true;

        assertThat(payer.live("2026-01-20", "2026-02-03"))
                .containsExactly("2026-01-23 R0 MAIL a:R0", "2026-02-03 R1 MAIL a:R1");
    }

    @Test
    void anAnnouncementThatComesTooLateIsLeftOut() {
        payer.owes("a", "2026-01-30").newToPay = true;

        assertThat(payer.live("2026-01-28", "2026-02-03")).containsExactly("2026-02-03 R1 MAIL a:R1");
    }

    /** iDempiere #2064. */
    @Test
    void nobodyIsDunnedOnTheDueDateItself() {
        payer.owes("a", "2026-01-30");

        assertThat(payer.on("2026-01-30").contact()).isEmpty();
        assertThat(payer.on("2026-01-30").lookAgain()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
    }

    @Test
    void anInvoiceFirstKnownWhenLongOverdueBeginsWithThePaymentCheck() {
        payer.owes("a", "2025-06-30");

        assertThat(payer.live("2026-02-03", "2026-02-06"))
                .containsExactly("2026-02-03 R1 MAIL a:R1", "2026-02-06 R2 MAIL a:R2");
    }

    /** Invoice Ninja #637. */
    @Test
    void aDayOnWhichNothingRanIsCaughtUpOnce() {
        payer.owes("a", "2026-01-30");

        assertThat(payer.live("2026-02-09", "2026-02-10")).containsExactly("2026-02-09 R1 MAIL a:R1");
    }

    @Test
    void oneMessageSpeaksOfAllThatIsDueEachAtItsOwnStage() {
        payer.owes("a", "2026-01-30");
        payer.owes("b", "2026-02-04");

        assertThat(payer.live("2026-02-03", "2026-02-06"))
                .containsExactly("2026-02-03 R1 MAIL a:R1", "2026-02-06 R2 MAIL a:R2,b:R1");
    }

    @Test
    void aLetterSpeaksOfTheInvoicesAtItsStageAloneAndTheOthersFollowOnAnotherDay() {
        Payer.Invoice late = payer.owes("a", "2026-01-30");
        late.progress = new Progress(
                1, Stage.R2, ContactChannel.PHONE, LocalDate.parse("2026-02-12"), LocalDate.parse("2026-02-17"), false);
        payer.owes("b", "2026-02-16");

        assertThat(payer.live("2026-02-18", "2026-02-19"))
                .containsExactly("2026-02-18 R3 LETTER a:R3", "2026-02-19 R1 MAIL b:R1");
    }

    /** Kill Bill #2297. */
    @Test
    void payingTheOldestOfThreeSkipsNoStageOfTheOthers() {
        Payer.Invoice oldest = payer.owes("a", "2026-01-30");
        payer.owes("b", "2026-02-06");
        payer.owes("c", "2026-02-13");
        payer.live("2026-02-03", "2026-02-13");
        payer.paid(oldest);

        assertThat(payer.live("2026-02-16", "2026-04-30").stream()
                        .flatMap(line -> Stream.of(line.split(" ")[3].split(",")))
                        .filter(item -> item.startsWith("c"))
                        .distinct())
                .containsExactly("c:R1", "c:R2", "c:R3", "c:R4", "c:R5", "c:R6");
    }

    /** OCA #460. */
    @Test
    void remindingOfOneInvoiceDoesNotSilenceTheOthers() {
        payer.owes("a", "2026-01-30");
        payer.owes("b", "2026-02-06");

        assertThat(String.join(" ", payer.live("2026-02-01", "2026-04-30")))
                .contains("a:R4")
                .contains("b:R4");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03, 08:59, 2026-02-03T00:00:00Z",
        "2026-02-03, 18:00, 2026-02-04T00:00:00Z",
        "2026-02-07, 12:00, 2026-02-09T00:00:00Z",
        "2026-02-11, 12:00, 2026-02-12T00:00:00Z"
    })
    void nobodyIsContactedOutsideTheHours(String day, String time, Instant opens) {
        payer.owes("a", "2026-01-30");

        assertThat(payer.at(day, time).contact()).isEmpty();
        assertThat(payer.at(day, time).lookAgain()).isEqualTo(opens);
        assertThat(payer.at(opens).contact()).isPresent();
    }

    static Stream<Arguments> blockers() {
        return Stream.of(
                blocker(ReasonCode.NOT_ISSUED, it -> it.issued = false),
                blocker(ReasonCode.NOT_DELIVERED, it -> it.delivered = false),
                blocker(ReasonCode.HANDED_BACK, it -> it.handedBack = true),
                blocker(ReasonCode.CORRECTION_PENDING, it -> it.correctionPending = true),
                blocker(ReasonCode.CREDIT_NOTE_PENDING, it -> it.creditNotePending = true),
                blocker(ReasonCode.BALANCE_ZERO, it -> it.balance = BigDecimal.ZERO),
                blocker(ReasonCode.DISPUTED, it -> it.disputed = it.balance),
                blocker(ReasonCode.RECEIPT_MAY_BE_THIS, it -> it.receiptMayBeThis = true),
                blocker(ReasonCode.PROMISED, it -> it.promisedFor = LocalDate.parse("2026-02-20")),
                blocker(ReasonCode.ASSIGNMENT_NOT_NOTIFIED, it -> it.noticeOn = null),
                blocker(ReasonCode.ASSIGNMENT_NOT_NOTIFIED, it -> it.noticeOn = LocalDate.parse("2026-02-20")),
                blocker(ReasonCode.BANK_DATA_DOES_NOT_COVER, it -> it.coveredThrough = LocalDate.parse("2026-01-30")));
    }

    private static Arguments blocker(ReasonCode code, Consumer<Payer.Invoice> change) {
        return Arguments.of(code, change);
    }

    @ParameterizedTest
    @MethodSource("blockers")
    void whatBlocksIsSaidAndNothingElseIs(ReasonCode code, Consumer<Payer.Invoice> change) {
        change.accept(payer.owes("a", "2026-01-30"));

        DunningDecision decision = payer.on("2026-02-03");

        assertThat(decision.contact()).isEmpty();
        assertThat(decision.suppressed()).singleElement().satisfies(it -> {
            assertThat(it.stage()).isEqualTo(Stage.R1);
            assertThat(it.reasons()).extracting(Reason::code).containsExactly(code);
        });
    }

    @Test
    void whatBlocksOneInvoiceDoesNotBlockTheOther() {
        payer.owes("a", "2026-01-30").delivered = false;
        payer.owes("b", "2026-01-30");

        assertThat(payer.live("2026-02-03", "2026-02-03")).containsExactly("2026-02-03 R1 MAIL b:R1");
    }

    @Test
    void bankDataUpToTheBankingDayBeforeIsEnough() {
        payer.owes("a", "2026-01-30").coveredThrough = LocalDate.parse("2026-02-02");

        assertThat(payer.on("2026-02-03").contact()).isPresent();
    }

    @Test
    void aHoldAndABankruptcyStopEverything() {
        payer.owes("a", "2026-01-30");
        payer.held = true;
        payer.heldUntil = LocalDate.parse("2026-02-27");
        assertThat(payer.on("2026-02-03").contact()).isEmpty();
        assertThat(payer.on("2026-02-03").lookAgain()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));

        payer.held = false;
        payer.insolvent = true;
        assertThat(payer.on("2026-02-03").contact()).isEmpty();
        assertThat(payer.on("2026-02-03").lookAgain()).isNull();
    }

    @Test
    void aBrokenPromiseLeadsToTheNextStageAtOnceAndStillLeavesThreeBusinessDaysBetween() {
        Payer.Invoice invoice = payer.owes("a", "2026-01-30");
        invoice.progress = new Progress(
                1, Stage.R2, ContactChannel.PHONE, LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-04"), true);
        invoice.promiseBroken = true;

        assertThat(payer.on("2026-02-04").contact()).isEmpty();
        assertThat(payer.on("2026-02-05").contact()).hasValueSatisfying(contact -> {
            assertThat(contact.stage()).isEqualTo(Stage.R3);
            assertThat(contact.reasons()).extracting(Reason::code).contains(ReasonCode.PROMISE_BROKEN);
        });
    }

    @Test
    void theCallIsLeftOutWhenTheMailWasAnswered() {
        Payer.Invoice invoice = payer.owes("a", "2026-01-30");
        invoice.progress = new Progress(1, Stage.R2, ContactChannel.MAIL, LocalDate.parse("2026-02-06"), null, true);

        assertThat(payer.live("2026-02-12", "2026-02-13")).containsExactly("2026-02-13 R3 LETTER a:R3");
    }

    @Test
    void onlyThePartThatIsNotDisputedIsAskedForInNeutralWordsAndNotBeyondTheReminder() {
        Payer.Invoice invoice = payer.owes("a", "2026-01-30");
        invoice.holder = ClaimHolder.AGENT;
        invoice.disputed = new BigDecimal("10000");

        Contact first = payer.on("2026-02-03").contact().orElseThrow();
        assertThat(first.neutral()).isTrue();
        assertThat(first.items()).extracting(Item::amount).containsExactly(new BigDecimal("100000"));

        invoice.progress = new Progress(1, Stage.R2, ContactChannel.PHONE, LocalDate.parse("2026-02-12"), null, false);
        assertThat(payer.on("2026-02-18").suppressed())
                .flatExtracting(DunningDecision.Suppressed::reasons)
                .extracting(Reason::code)
                .containsExactly(ReasonCode.PARTLY_DISPUTED);
    }

    @Test
    void whereTheClientHoldsTheClaimItAgreesFromTheFirstDemandOnAndAPersonFromTheSecond() {
        Payer.Invoice invoice = payer.owes("a", "2026-01-30");
        invoice.holder = ClaimHolder.AGENT;

        assertThat(payer.on("2026-02-03").contact().orElseThrow().needs()).isEmpty();
        invoice.progress = after(Stage.R2, ContactChannel.PHONE);
        assertThat(payer.on("2026-03-16").contact().orElseThrow().needs()).containsExactly(Approver.CLIENT);
        invoice.agreedUpTo = Stage.R3;
        assertThat(payer.on("2026-03-16").contact().orElseThrow().needs()).isEmpty();
        invoice.progress = after(Stage.R3, ContactChannel.LETTER);
        assertThat(payer.on("2026-03-16").contact().orElseThrow().needs())
                .containsExactlyInAnyOrder(Approver.CLIENT, Approver.PERSON);
        invoice.agreedUpTo = Stage.R6;
        invoice.progress = after(Stage.R4, ContactChannel.LETTER);
        assertThat(payer.on("2026-03-16").contact().orElseThrow().needs()).containsExactly(Approver.PERSON);
    }

    private static Progress after(Stage stage, ContactChannel channel) {
        return new Progress(1, stage, channel, LocalDate.parse("2026-03-02"), null, false);
    }

    @Test
    void aClaimThatWasOverdueWhenBoughtBeginsWithAPerson() {
        payer.owes("a", "2026-01-30").overdueWhenBought = true;

        assertThat(payer.on("2026-02-03").contact().orElseThrow().needs()).containsExactly(Approver.PERSON);
    }

    @Test
    void whereNoMailReachesThePayerAPersonIsAsked() {
        payer.owes("a", "2026-01-30");
        payer.reachableBy = EnumSet.of(ContactChannel.LETTER);

        Contact contact = payer.on("2026-02-03").contact().orElseThrow();
        assertThat(contact.needs()).containsExactly(Approver.PERSON);
        assertThat(contact.reasons()).contains(new Reason(ReasonCode.NO_ADDRESS, "MAIL"));
    }

    @Test
    void contactsAreCapped() {
        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
            payer.owes(id, "2026-01-30");
        }
        payer.live("2026-02-03", "2026-02-03");
        payer.owes("g", "2026-02-02");
        payer.owes("h", "2026-02-03");
        payer.live("2026-02-04", "2026-02-06");
        payer.owes("i", "2026-01-30");

        assertThat(payer.on("2026-02-09").suppressed())
                .flatExtracting(DunningDecision.Suppressed::reasons)
                .contains(new Reason(ReasonCode.CONTACTS_EXHAUSTED, "4"));
    }

    @ParameterizedTest
    @CsvSource({
        " 3, 1.00,  0, 0, , STANDARD",
        " 4, 0.90,  3, 0, , GENTLE",
        " 4, 0.89,  3, 0, , STANDARD",
        " 4, 0.95,  4, 0, , STANDARD",
        "10, 0.69,  8, 3, , FIRM",
        "10, 0.69,  8, 2, , STANDARD",
        "10, 0.70,  8, 5, , STANDARD",
        "10, 0.80, 16, 1, , FIRM",
        "10, 0.80, 15, 1, , STANDARD",
        "10, 0.10, 40, 9, CASH_FLOW, SUPPORTIVE",
        "10, 0.10, 40, 9, BUSINESS_CHANGE, SUPPORTIVE",
        "10, 0.10, 40, 9, ADMIN_ERROR, FIRM"
    })
    void theHistoryDecidesTheTone(
            int settled, BigDecimal onTime, BigDecimal average, int longDelays, Background background, Tone tone) {
        payer.owes("a", "2026-01-30");
        payer.punctuality = new Punctuality(settled, onTime, average, longDelays);
        payer.background = background;

        assertThat(payer.on("2026-02-03").contact().orElseThrow().tone()).isEqualTo(tone);
    }

    @Test
    void firmnessShortensWaitsByThreeBusinessDaysAtMostAndNeverThePaymentCheck() {
        payer.punctuality = new Punctuality(10, new BigDecimal("0.5"), new BigDecimal("20"), 5);
        payer.reachableBy = EnumSet.of(ContactChannel.MAIL, ContactChannel.LETTER);
        payer.owes("a", "2026-01-30");

        assertThat(payer.live("2026-01-20", "2026-02-28"))
                .containsExactly(
                        "2026-02-03 R1 MAIL a:R1",
                        "2026-02-06 R2 MAIL a:R2",
                        "2026-02-12 R3 LETTER a:R3",
                        "2026-02-18 R4 LETTER a:R4",
                        "2026-02-25 R5 CERTIFIED_LETTER a:R5");
    }
}
