package io.seikyu.command.erasure;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.account.ErasureDesk;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.outbox.WrittenMail;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.projection.HeededErasures;
import io.seikyu.web.wiring.SeikyuProperties;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who erases. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {
    /**
     * @param years   for which the law keeps records: 10 where client companies carry losses forward
     * @param sandbox in which it may be any number, so that a test need not live as long
     */
    @Bean
    ErasureDesk erasureDesk(
            EventLog log,
            EventCodec codec,
            Contracts contracts,
            @Value("${seikyu.records-kept-years:7}") int years,
            @Value("${seikyu.sandbox:false}") boolean sandbox) {
        KeepingPeriod keeping = sandbox ? new KeepingPeriod(years) : KeepingPeriod.ofLaw(years);
        return new LogErasureDesk(log, codec, contracts, new Erasures(log), keeping);
    }

    @Bean
    Forgetting forgetting(
            EventLog log,
            SubjectKeys keys,
            ObjectProvider<CachingRepository<?, ?>> repositories,
            CachingRepository<Message, MessageState> messages,
            SeikyuProperties properties) {
        List<CachingRepository<?, ?>> all = repositories.stream().toList();
        WrittenMail mail = new WrittenMail(properties.dataDir().resolve("outbox"), messages);
        return new Forgetting(new Erasures(log), keys, all, mail);
    }

    @Bean
    HeededErasures heededErasures(MongoDatabase database) {
        return new HeededErasures(database);
    }
}
