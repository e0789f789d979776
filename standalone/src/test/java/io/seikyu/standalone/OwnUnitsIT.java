package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobCommand.OpenJob;
import java.nio.file.Path;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a processor asks of the house within its batch is stored at once, and by itself. */
class OwnUnitsIT {
    @TempDir
    private Path data;

    @Test
    void theCommandsOfABatchAreCommitsOfTheirOwnThoughTheyAreOfSeveralTenants() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            OwnCommands commands = seikyu.bean(OwnCommands.class);
            UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
            commands.send("acme", "test", null, new OpenJob(new JobId("acme", "j"), "K", "F"));
            assertThat(seikyu.log().lastSequence("acme/job/j")).hasValue(0);
            commands.send("other", "test", null, new OpenJob(new JobId("other", "j"), "K", "F"));
            assertThat(seikyu.log().lastSequence("other/job/j")).hasValue(0);
            batch.commit();
        }
    }
}
