package io.seikyu.command.outbox;

import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageOwners;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.message.SendingGate;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.schedule.Agenda;
import io.seikyu.command.sending.Instance;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.wiring.SeikyuProperties;
import io.seikyu.web.wiring.SharedWiring;
import io.seikyu.web.wiring.Started;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who sends, and how. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {
    /** Begins when everything else has begun, and ends before anything else ends. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final String NOBODY = "seikyu@localhost";

    @Bean
    OpenMessages openMessages() {
        return new OpenMessages();
    }

    @Bean
    MimeWriter mimeWriter(@Value("${seikyu.mail-from:}") String from, @Value("${seikyu.smtp-url:}") String smtpUrl) {
        if (from.isBlank() && !smtpUrl.isBlank()) {
            throw new IllegalStateException("set SEIKYU_MAIL_FROM to the sender of mail, beside SEIKYU_SMTP_URL");
        }
        return new MimeWriter(from.isBlank() ? NOBODY : from);
    }

    @Bean
    MailTransport mailTransport(
            @Value("${seikyu.smtp-url:}") String smtpUrl,
            MimeWriter mime,
            SeikyuProperties properties,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock) {
        return smtpUrl.isBlank()
                ? new EmlFolder(properties.dataDir().resolve("outbox"), machineClock)
                : new SmtpTransport(SmtpServer.of(smtpUrl), mime.sender(), machineClock);
    }

    /**
     * @param lease how long an attempt may take before nobody waits for it any more
     * @param first pause after a refusal
     * @param most  refusals in a row: with pauses that double up to an hour, some three days
     */
    @Bean
    Postman postman(
            EventLog log,
            EventCodec codec,
            OpenWork work,
            CachingRepository<Message, MessageState> messages,
            OwnCommands commands,
            SendingGate gate,
            Instance instance,
            MessageOwners owners,
            ObjectProvider<LetterWriter> writers,
            MimeWriter mime,
            MailTransport transport,
            Agenda agenda,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock,
            @Value("${seikyu.outbox.lease:PT5M}") Duration lease,
            @Value("${seikyu.outbox.first-pause:PT1M}") Duration first,
            @Value("${seikyu.outbox.most-refusals:78}") int most) {
        MailDesk desk = new MailDesk(log, codec, writers.stream().toList(), mime, machineClock);
        Patience patience = new Patience(first, Duration.ofHours(1), most);
        Courier courier =
                new Courier(messages, commands, gate, instance, owners, desk, transport, patience, lease, machineClock);
        return new Postman(log, work.of(OpenMessages.class), courier, gate, instance, agenda::isCrowded, machineClock);
    }

    @Bean
    Reaction lettersToInsolventPayers(OwnCommands commands, OpenWork work) {
        return new WhenPayerIsInsolventThenWithdrawLetters(commands, work.of(OpenMessages.class));
    }

    @Bean
    SmartLifecycle workingOffTheOutbox(Postman postman) {
        return new Started(postman::start, postman::stop, LAST);
    }
}
