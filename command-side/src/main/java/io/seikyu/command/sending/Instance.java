package io.seikyu.command.sending;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.SwitchId;
import io.seikyu.contract.sending.SendingCommand.RecogniseInstance;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which instance of the program this is: the copy of the log's store that it runs on. The log is told of it once at the
 * start, together with what shows that the log went back: a checkpoint that it does not reach any more.
 */
public final class Instance {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private static final String ACTOR = "outbox";

    private final EventLog log;
    private final OwnCommands commands;
    private final @Nullable String evidence;
    private volatile boolean introduced;

    /** Looks at the checkpoints before this process writes its own. */
    Instance(EventLog log, Checkpoints checkpoints, OwnCommands commands) {
        this.log = log;
        this.commands = commands;
        this.evidence = checkpoints.contradiction(log).orElse(null);
    }

    public String name() {
        return log.incarnation();
    }

    /**
     * Tells the log, once.
     *
     * @throws RuntimeException when it cannot be told; to be tried again
     */
    public synchronized void introduce() {
        if (!introduced) {
            commands.send(Ids.AGENCY, ACTOR, null, new RecogniseInstance(SwitchId.ofAgency(), name(), evidence));
            introduced = true;
            LOG.debug("this instance is {}", name());
        }
    }
}
