package io.seikyu.command.credit;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.schedule.Recurring;
import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.eventlog.EventLog;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from what payers do. */
@Configuration(proxyBeanMethods = false)
public class CreditConfiguration {
    @Bean
    CreditWork creditWork() {
        return new CreditWork();
    }

    @Bean
    OpenCreditWork openCreditWork(EventLog log, OpenWork work) {
        return new OpenCreditWork(log, work.of(CreditWork.class));
    }

    @Bean
    WhenPayerBehavesThenScreenAgain whenPayerBehavesThenScreenAgain(
            OwnCommands commands, OpenCreditWork open, BusinessDay day) {
        return new WhenPayerBehavesThenScreenAgain(commands, open, day);
    }

    @Bean
    WhenPayerIsInsolventThenProposeElsewhere whenPayerIsInsolventThenProposeElsewhere(
            OwnCommands commands,
            Accounts accounts,
            Directory directory,
            OpenCreditWork open,
            EventLog log,
            BusinessDay day) {
        return new WhenPayerIsInsolventThenProposeElsewhere(commands, accounts, directory, open, log, day);
    }

    @Bean
    WhenWeekBeginsThenWatchPayments whenWeekBeginsThenWatchPayments(OpenCreditWork open) {
        return new WhenWeekBeginsThenWatchPayments(open);
    }

    @Bean
    WhenDayBeginsThenLookAtDueDates whenDayBeginsThenLookAtDueDates(OpenCreditWork open) {
        return new WhenDayBeginsThenLookAtDueDates(open);
    }

    @Bean
    Recurring lookingAtDueDates() {
        return Recurring.daily(WhenDayBeginsThenLookAtDueDates.KIND, LocalTime.of(5, 0));
    }

    @Bean
    Recurring watchingPayments() {
        return new Recurring(WhenWeekBeginsThenWatchPayments.KIND, DayOfWeek.MONDAY, LocalTime.of(6, 0));
    }
}
