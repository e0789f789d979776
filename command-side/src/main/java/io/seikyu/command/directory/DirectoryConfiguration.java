package io.seikyu.command.directory;

import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command side's own lists of payers and contracts. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {
    @Bean
    PartyKeys partyKeys(SubjectKeys keys) {
        return new PartyKeys(keys);
    }

    @Bean
    KnownPayers knownPayers(PartyKeys keys) {
        return new KnownPayers(keys);
    }

    @Bean
    KnownContracts knownContracts() {
        return new KnownContracts();
    }

    @Bean
    KnownClaims knownClaims() {
        return new KnownClaims();
    }

    @Bean
    CaughtUp caughtUp(Directory directory, EventLog log) {
        return new CaughtUp(directory, log);
    }

    @Bean
    Directory directory(OpenWork work, PartyKeys keys) {
        return new Directory(
                work.of(KnownPayers.class), work.of(KnownContracts.class), work.of(KnownClaims.class), keys);
    }
}
