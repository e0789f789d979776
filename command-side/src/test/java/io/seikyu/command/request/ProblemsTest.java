package io.seikyu.command.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.AccessCommand.RevokeApiKey;
import io.seikyu.eventlog.CommitTooLargeException;
import io.seikyu.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void whatOneCommitCannotHoldIsTheSendersAffair() {
        assertThat(Problems.of(new CommitTooLargeException("9 MB"), new RevokeApiKey("k", null)))
                .map(ProblemException::status)
                .contains(413);
    }
}
