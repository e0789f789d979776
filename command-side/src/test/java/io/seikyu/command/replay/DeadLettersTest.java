package io.seikyu.command.replay;

import io.seikyu.command.Fixtures;
import io.seikyu.contract.deadletter.DeadLetterCommand.DiscardDeadLetter;
import io.seikyu.contract.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.seikyu.contract.id.DeadLettersId;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final DiscardDeadLetter DISCARD =
            new DiscardDeadLetter(new DeadLettersId(), "invoice", "e1", "acme/invoice/i1", 7, "written by a test");
    private static final DeadLetterDiscarded DISCARDED =
            new DeadLetterDiscarded("invoice", "e1", "acme/invoice/i1", 7, "written by a test");

    @Test
    void anEventIsLeftOutOfAViewOnceAndOfAnotherOneApart() {
        Fixtures.of(DeadLetters.class).givenNoPriorActivity().when(DISCARD).expectEvents(DISCARDED);
        Fixtures.of(DeadLetters.class).given(DISCARDED).when(DISCARD).expectNoEvents();
        Fixtures.of(DeadLetters.class)
                .given(new DeadLetterDiscarded("claim", "e1", "acme/invoice/i1", 7, "-"))
                .when(DISCARD)
                .expectEvents(DISCARDED);
    }
}
