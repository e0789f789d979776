package io.seikyu.command.dunning;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.account.Accounts;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.clearing.UnmatchedReceipts;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.plan.InstalmentPlans;
import io.seikyu.command.policy.CurrentPolicies;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.policy.PolicyState;
import io.seikyu.command.reminder.Fitting;
import io.seikyu.command.reminder.Reminders;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Tasks;
import io.seikyu.command.work.OpenWork;
import io.seikyu.command.world.Past;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.projection.Rebuilds;
import io.seikyu.web.wiring.SharedWiring;
import io.seikyu.web.wiring.Started;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who decides what is said to payers. */
@Configuration(proxyBeanMethods = false)
public class DunningConfiguration {
    /** Begins when everything else has begun, and ends before anything else ends. */
    private static final int LAST = Integer.MAX_VALUE;

    @Bean
    OpenCreditNotes openCreditNotes() {
        return new OpenCreditNotes();
    }

    @Bean
    KnownLists knownLists(UnmatchedReceipts receipts, OpenWork work, EventLog log) {
        return new KnownLists(receipts, work.of(OpenCreditNotes.class), log);
    }

    @Bean
    DunningFacts dunningFacts(
            Accounts accounts,
            CachingRepository<Invoice, InvoiceState> invoices,
            Clients clients,
            Contracts contracts,
            BankAccounts bankAccounts,
            UnmatchedReceipts receipts,
            OpenWork work,
            BankCalendar calendar,
            InstalmentPlans plans) {
        return new DunningFacts(
                accounts,
                invoices,
                clients,
                contracts,
                bankAccounts,
                receipts::mayBeOf,
                new PendingCredits(work.listed(OpenCreditNotes.class))::of,
                calendar,
                plans);
    }

    @Bean
    CurrentDunningPolicy currentDunningPolicy(
            CachingRepository<Policy, PolicyState> policies, PolicyReading<DunningPolicy> reading) {
        CurrentPolicies<DunningPolicy> current = new CurrentPolicies<>(policies, reading);
        return name -> Optional.ofNullable(name).flatMap(current::named).orElseGet(current::inForce);
    }

    @Bean
    DunningDecisions dunningDecisions(DunningFacts facts, CurrentDunningPolicy policies, Reminders reminders) {
        return new DunningDecisions(facts, policies, reminders::find);
    }

    @Bean
    DunningDesk dunningDesk(
            DunningDecisions decisions,
            KnownLists lists,
            EventLog log,
            Reminders reminders,
            Schedules schedules,
            CachingRepository<Invoice, InvoiceState> invoices,
            Tasks tasks) {
        return new DunningDesk(decisions, new SteadyLook(log, lists), reminders, schedules, (id, today) -> {
            if (invoices.find(id.toString()).orElseThrow().state().mayBeBarredSoon(today)) {
                invoices.load(id.toString()).execute(invoice -> invoice.watchLimitation(today, tasks));
            }
        });
    }

    @Bean
    DunningReproduction dunningReproduction(PolicyReading<DunningPolicy> reading, BankCalendar calendar) {
        return new DunningReproduction(reading, calendar);
    }

    @Bean
    DunningWhatIf dunningWhatIf(
            Past past, BankCalendar calendar, PolicyReading<DunningPolicy> reading, Clock businessClock) {
        return new DunningWhatIf(past, calendar, reading, businessClock);
    }

    @Bean
    Fitting fitting(
            CachingRepository<DunningCase, DunningState> cases,
            DunningDecisions decisions,
            KnownLists lists,
            Clock businessClock) {
        return new StillFitting(cases, decisions, lists, businessClock);
    }

    @Bean
    WhenDue dunningLooks(KnownLists lists) {
        return new DunningLooks(lists);
    }

    @Bean
    Deciding deciding(OwnCommands commands, KnownLists lists, Clock businessClock) {
        return new SentDecisions(commands, lists, businessClock);
    }

    @Bean
    DunningFollower dunningFollower(
            MongoDatabase database,
            EventLog log,
            LogEventStore events,
            TokenStore tokens,
            Deciding deciding,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock,
            @Value("${seikyu.dunning.segments:2}") int segments,
            Rebuilds rebuilds,
            OpenWork work) {
        return new DunningFollower(
                new DunningSagaStore(database.getCollection("dunning_sagas")),
                new SagaProgressStore(database.getCollection("dunning_progress")),
                log,
                events,
                tokens,
                deciding,
                machineClock,
                segments,
                rebuilds,
                work::isFarBehind);
    }

    @Bean
    SmartLifecycle followingForDunning(DunningFollower follower) {
        return new Started(follower::start, follower::stop, LAST);
    }
}
