package io.seikyu.command.whatif;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.credit.CreditPolicy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.world.Past;
import io.seikyu.contract.calendar.BankCalendar;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Taking decisions of the past again. Further kinds are beans elsewhere. */
@Configuration(proxyBeanMethods = false)
public class WhatIfConfiguration {
    @Bean
    ReviewDecisions reviewDecisions(Past past, PolicyReading<PublishedReviewPolicy> reading, BankCalendar calendar) {
        return new ReviewDecisions(past, reading, calendar);
    }

    @Bean
    CreditDecisions creditDecisions(Past past, PolicyReading<CreditPolicy> reading) {
        return new CreditDecisions(past, reading);
    }

    @Bean
    CoverageDecisions coverageDecisions(BankCalendar calendar) {
        return new CoverageDecisions(calendar);
    }

    @Bean
    CreditNoteDecisions creditNoteDecisions() {
        return new CreditNoteDecisions();
    }

    @Bean
    CaseStore caseStore(MongoDatabase database, Clock businessClock) {
        return new CaseStore(database, businessClock);
    }

    @Bean
    Reproducing reproducing(Past past, ObjectProvider<DecisionKind> kinds, CaseStore store) {
        return new Reproducing(past, kinds.stream().toList(), store);
    }

    @Bean
    Evaluating evaluating(ObjectProvider<WhatIf> kinds, CaseStore store) {
        return new Evaluating(kinds.stream().toList(), store);
    }
}
