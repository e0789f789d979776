package io.seikyu.command.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.message.SendingGate.Verdict;
import io.seikyu.contract.id.SwitchId;
import io.seikyu.contract.sending.SendingCommand.RecogniseInstance;
import io.seikyu.contract.sending.SendingCommand.ResumeSending;
import io.seikyu.contract.sending.SendingCommand.StopSending;
import io.seikyu.contract.sending.SendingEvent.InstanceNotRecognised;
import io.seikyu.contract.sending.SendingEvent.InstanceRecorded;
import io.seikyu.contract.sending.SendingEvent.SendingResumed;
import io.seikyu.contract.sending.SendingEvent.SendingStopped;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Who may send, and when nobody may. */
class SendingSwitchTest {
    private static final SwitchId AGENCY = SwitchId.ofAgency();
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final InstanceRecorded HERE = new InstanceRecorded(null, "here");
    private static final InstanceNotRecognised COPY = new InstanceNotRecognised(null, "copy", null);

    private static AggregateTestFixture<SendingSwitch> agency() {
        AggregateTestFixture<SendingSwitch> agency = Fixtures.of(SendingSwitch.class);
        agency.registerInjectableResources(Samples.clients(false));
        return agency;
    }

    @Test
    void theFirstInstanceIsRecordedAndARestartSaysNothing() {
        agency().givenNoPriorActivity()
                .when(new RecogniseInstance(AGENCY, "here", null))
                .expectEvents(HERE);
        agency().given(HERE).when(new RecogniseInstance(AGENCY, "here", null)).expectNoEvents();
    }

    @Test
    void anotherInstanceSendsNothingUntilItIsConfirmedAndThenTheOldOneDoesNot() {
        agency().given(HERE)
                .when(new RecogniseInstance(AGENCY, "copy", null))
                .expectEvents(COPY)
                .expectState(it -> {
                    assertThat(it.state().verdict("copy", NOW)).isEqualTo(Verdict.CLOSED);
                    assertThat(it.state().verdict("here", NOW)).isEqualTo(Verdict.CLOSED);
                });
        agency().given(HERE, COPY)
                .when(new RecogniseInstance(AGENCY, "copy", null))
                .expectNoEvents();
        agency().given(HERE, COPY)
                .when(new ResumeSending(AGENCY, "it is the one", null, NOW))
                .expectException(Refusal.class);
        agency().given(HERE, COPY)
                .when(new ResumeSending(AGENCY, "it is the one", NOW, NOW))
                .expectEvents(new SendingResumed(null, "it is the one", NOW))
                .expectState(it -> {
                    assertThat(it.state().verdict("copy", NOW)).isEqualTo(Verdict.DOUBTFUL);
                    assertThat(it.state().verdict("copy", NOW.plusMillis(1))).isEqualTo(Verdict.OPEN);
                    assertThat(it.state().verdict("here", NOW.plusMillis(1))).isEqualTo(Verdict.CLOSED);
                });
    }

    @Test
    void aLogThatWentBackStopsItsOwnInstanceOnceForEachEvidence() {
        InstanceNotRecognised back = new InstanceNotRecognised(null, "here", "position 7 is gone");
        RecogniseInstance again = new RecogniseInstance(AGENCY, "here", "position 7 is gone");
        agency().given(HERE).when(again).expectEvents(back);
        agency().given(HERE, back).when(again).expectNoEvents();
        agency().given(HERE, back, new SendingResumed(null, "-", NOW))
                .when(again)
                .expectNoEvents()
                .expectState(it -> assertThat(it.state().verdict("here", NOW.plusSeconds(1)))
                        .isEqualTo(Verdict.OPEN));
    }

    @Test
    void stoppingTwiceSaysNothingNewAndOnlyWhatIsStoppedIsResumed() {
        SendingStopped stopped = new SendingStopped(null, "-");
        agency().given(HERE).when(new StopSending(AGENCY, "-")).expectEvents(stopped);
        agency().given(HERE, stopped).when(new StopSending(AGENCY, "more")).expectNoEvents();
        agency().given(HERE, stopped)
                .when(new ResumeSending(AGENCY, "-", null, NOW))
                .expectEvents(new SendingResumed(null, "-", null));
        agency().given(HERE).when(new ResumeSending(AGENCY, "-", null, NOW)).expectException(Refusal.class);
    }
}
