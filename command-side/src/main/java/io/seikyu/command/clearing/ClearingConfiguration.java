package io.seikyu.command.clearing;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.directory.PartyKeys;
import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.matching.MatchingPolicyReader;
import io.seikyu.command.policy.CurrentPolicies;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.policy.PolicyState;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.receipt.PassedOn;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.eventlog.EventLog;
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
    OpenReceipts openReceipts(PartyKeys keys) {
        return new OpenReceipts(keys);
    }

    @Bean
    UnmatchedReceipts unmatchedReceipts(OpenWork work) {
        return new UnmatchedReceipts(work.of(OpenReceipts.class), work.listed(OpenReceipts.class));
    }

    @Bean
    OwingPayers owingPayers(Accounts accounts, Contracts contracts) {
        return new OwingPayers(accounts, contracts);
    }

    @Bean
    CurrentPolicies<MatchingPolicy> matchingPolicies(
            CachingRepository<Policy, PolicyState> policies, PolicyReading<MatchingPolicy> reading) {
        return new CurrentPolicies<>(policies, reading);
    }

    @Bean
    MatchingReproduction matchingReproduction(PolicyReading<MatchingPolicy> reading, PartyKeys keys) {
        return new MatchingReproduction(reading, keys);
    }

    @Bean
    Matcher matcher(Directory directory, OwingPayers payers, CurrentPolicies<MatchingPolicy> policies) {
        return new OpenItemMatcher(directory, payers, policies::inForce);
    }

    @Bean
    CollectiveMatcher collectiveMatcher(
            Directory directory,
            OwingPayers payers,
            Contracts contracts,
            BankAccounts bankAccounts,
            CurrentPolicies<MatchingPolicy> policies) {
        return new ServedPayersMatcher(directory, payers, contracts, bankAccounts, policies::inForce);
    }

    @Bean
    Reaction whenPayerOwesThenMatchAgain(
            OwnCommands commands, Directory directory, UnmatchedReceipts receipts, PassedOn passedOn, EventLog log) {
        return new WhenPayerOwesThenMatchAgain(commands, directory, receipts, passedOn, log);
    }
}
