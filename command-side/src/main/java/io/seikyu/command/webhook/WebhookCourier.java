package io.seikyu.command.webhook;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.webhook.OpenWebhooks.Subscription;
import io.seikyu.command.webhook.WebhookState.Status;
import io.seikyu.contract.id.WebhookId;
import io.seikyu.contract.webhook.WebhookCommand.AdvanceWebhook;
import io.seikyu.contract.webhook.WebhookCommand.RecordWebhookFailure;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSubscribed;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.Visibility;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells one receiver what is new, in order. How far it got stands in a token, by which also one process at a time does it;
 * every thousand events the log is told as well, so that losing all tokens repeats no more than that. What is told twice
 * has the same id.
 */
final class WebhookCourier {
    static final String ACTOR = "webhooks";

    /** After so many messages, or so many positions, another receiver has its turn. */
    private static final int TURN = 100;

    private static final int EVENTS_READ = 200;
    private static final int POSITIONS_IN_A_TURN = 20_000;
    private static final int POSITIONS_UNTIL_NOTED = 1_000;
    private static final int ONLY_SEGMENT = 0;

    private final EventLog log;
    private final CachingRepository<Webhook, WebhookState> webhooks;
    private final EventCodec codec;
    private final EventReader reader;
    private final JsonMapper mapper;
    private final TokenStore tokens;
    private final OwnCommands commands;
    private final WebhookSender sender;
    private final Clock machineClock;
    private final Predicate<Subscription> maySend;

    /** @param maySend whether sending is on for its client company: looked at before each event */
    WebhookCourier(
            EventLog log,
            CachingRepository<Webhook, WebhookState> webhooks,
            EventCodec codec,
            JsonMapper mapper,
            TokenStore tokens,
            OwnCommands commands,
            WebhookSender sender,
            Clock machineClock,
            Predicate<Subscription> maySend) {
        this.log = log;
        this.webhooks = webhooks;
        this.codec = codec;
        this.reader = new EventReader(codec);
        this.mapper = mapper;
        this.tokens = tokens;
        this.commands = commands;
        this.sender = sender;
        this.machineClock = machineClock;
        this.maySend = maySend;
    }

    /**
     * Sends what there is, for one turn.
     *
     * @return everything up to this position was taken or is not for this receiver; empty while another process does it
     */
    Optional<Long> deliver(Subscription to) {
        String name = to.stream();
        try {
            Turn turn = new Turn(to, claim(name, to.position()));
            try {
                if (isActive(name)) {
                    turn.run();
                }
            } finally {
                tokens.storeToken(new GlobalSequenceTrackingToken(turn.position), name, ONLY_SEGMENT);
                tokens.releaseClaim(name, ONLY_SEGMENT);
            }
            return Optional.of(turn.position);
        } catch (UnableToClaimTokenException e) {
            return Optional.empty();
        }
    }

    /** By the log, not by the list: who was removed a moment ago hears nothing of what comes after. */
    private boolean isActive(String stream) {
        return webhooks.find(stream)
                .filter(webhook -> webhook.state().status() == Status.ACTIVE)
                .isPresent();
    }

    private long claim(String name, long known) {
        if (tokens.fetchSegments(name).length == 0) {
            begin(name, known);
        }
        TrackingToken token = tokens.fetchToken(name, ONLY_SEGMENT);
        long reached = token == null ? known : token.position().orElse(known);
        // a token of another log, or of one that was restored, may be ahead of this one
        return reached > log.head() ? known : Math.max(known, reached);
    }

    private void begin(String name, long known) {
        try {
            tokens.initializeTokenSegments(name, 1, new GlobalSequenceTrackingToken(known));
        } catch (RuntimeException e) {
            if (tokens.fetchSegments(name).length == 0) {
                throw e;
            } // else another process was quicker
        }
    }

    private String secret(Subscription of) {
        NewEvent first = log.readStream(of.stream(), 0, 1).get(0).event();
        return ((WebhookSubscribed) codec.decode(first.type(), first.revision(), first.payload())).secret();
    }

    /** One receiver's turn. */
    private final class Turn {
        private final Subscription to;
        private final String secret;
        private final long began;
        private long noted;
        private long position;
        private int sent;

        Turn(Subscription to, long position) {
            this.to = to;
            this.secret = secret(to);
            this.began = position;
            this.noted = to.position();
            this.position = position;
        }

        void run() {
            while (position < log.head() && sent < TURN && position - began < POSITIONS_IN_A_TURN) {
                for (StoredCommit commit : log.read(position + 1, EVENTS_READ)) {
                    if (!tell(commit)) {
                        return;
                    }
                }
            }
            if (to.failures() > 0 && sent > 0 || position - noted >= POSITIONS_UNTIL_NOTED) {
                note();
            }
        }

        private boolean tell(StoredCommit commit) {
            for (StoredEvent event : commit.events()) {
                if (event.position() > position) {
                    if (isFor(commit.commit().tenant(), event) && !tell(commit, event)) {
                        return false;
                    }
                    position = event.position();
                }
            }
            return true;
        }

        private boolean isFor(String tenant, StoredEvent event) {
            String type = event.event().type();
            // what tells of the telling would never end
            return to.wants(tenant, type)
                    && Visibility.isForClients(type, event.event().stream())
                    && !type.startsWith("webhook.");
        }

        private boolean tell(StoredCommit commit, StoredEvent event) {
            if (!maySend.test(to)) {
                return false;
            }
            tokens.extendClaim(to.stream(), ONLY_SEGMENT);
            byte[] body =
                    mapper.writeValueAsBytes(reader.read(event, commit.commit().tenant(), commit.hash()));
            Optional<String> fault = sender.post(to.url(), secret, to.webhookId() + "." + event.position(), body);
            if (fault.isPresent()) {
                commands.send(
                        to.clientId(),
                        ACTOR,
                        null,
                        new RecordWebhookFailure(target(), event.position(), fault.get(), machineClock.instant()));
                return false;
            }
            sent++;
            return true;
        }

        private void note() {
            commands.send(to.clientId(), ACTOR, null, new AdvanceWebhook(target(), position));
            noted = position;
        }

        private WebhookId target() {
            return new WebhookId(to.clientId(), to.webhookId());
        }
    }
}
