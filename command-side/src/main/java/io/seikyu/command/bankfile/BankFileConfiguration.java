package io.seikyu.command.bankfile;

import io.seikyu.command.bank.NumberedBankAccounts;
import io.seikyu.command.directory.CaughtUp;
import io.seikyu.command.job.Job;
import io.seikyu.command.job.JobState;
import io.seikyu.command.job.RowWork;
import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.receipt.ReceiptState;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of banks. */
@Configuration(proxyBeanMethods = false)
public class BankFileConfiguration {
    @Bean
    Identities bankFileIdentities(SubjectKeys keys) {
        return new Identities(keys);
    }

    @Bean
    KnownTransfers knownTransfers(Identities identities) {
        return new KnownTransfers(identities);
    }

    @Bean
    BankFileDesk bankFileDesk(NumberedBankAccounts accounts, Identities identities, BusinessDay day) {
        return new BankFileDesk(new BankFileAccounts(accounts), identities, day);
    }

    @Bean
    FailedRows failedRows(EventLog log, EventCodec codec) {
        return new FailedRows(log, codec);
    }

    @Bean
    AcceptedFiles acceptedFiles(EventLog log, CachingRepository<Job, JobState> jobs, FailedRows failed) {
        return new AcceptedFiles(log, jobs, failed);
    }

    @Bean
    RowWork bankRecords(
            OwnCommands commands,
            TimeOrderedIds ids,
            EventLog log,
            EventCodec codec,
            CachingRepository<Receipt, ReceiptState> receipts,
            OpenWork work,
            Identities identities,
            FailedRows failed,
            CaughtUp caughtUp,
            CollectiveMatcher collective,
            BusinessDay day) {
        BookedTransfers transfers = new BookedTransfers(work.of(KnownTransfers.class), log, identities);
        Booking booking = new Booking(commands, ids, codec, collective);
        return new BankRecords(
                caughtUp,
                booking,
                new Cancelling(commands, booking, transfers, receipts, log, codec),
                new Reconciling(transfers),
                new Covering(commands, failed, day),
                failed);
    }
}
