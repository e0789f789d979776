package io.seikyu.command.clearing;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.matching.MatchingPolicyReader;
import io.seikyu.command.policy.CurrentPolicies;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.policy.PolicyState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What matches money with invoices (消込). */
@Configuration(proxyBeanMethods = false)
public class ClearingConfiguration {
    @Bean
    PolicyReading<MatchingPolicy> matchingReading() {
        return new PolicyReading<>(
                PolicyKind.MATCHING, (version, tree, faults) -> new MatchingPolicyReader(faults).read(version, tree));
    }

    @Bean
    OpenReceipts openReceipts() {
        return new OpenReceipts();
    }

    @Bean
    UnmatchedReceipts unmatchedReceipts(OpenWork work) {
        return new UnmatchedReceipts(work.of(OpenReceipts.class));
    }

    @Bean
    Matcher matcher(
            Directory directory,
            Accounts accounts,
            Contracts contracts,
            CachingRepository<Policy, PolicyState> policies,
            PolicyReading<MatchingPolicy> reading) {
        CurrentPolicies<MatchingPolicy> current = new CurrentPolicies<>(policies, reading);
        return new OpenItemMatcher(directory, accounts, contracts, current::inForce);
    }
}
