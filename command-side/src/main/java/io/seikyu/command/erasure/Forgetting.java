package io.seikyu.command.erasure;

import io.seikyu.command.outbox.WrittenMail;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.erasure.Erasure;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.projection.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was erased is gone from this process: its keys, what is kept in memory, and mail that was written as files. Each
 * process does it when it hears of it, and at its start for whatever was erased before.
 */
final class Forgetting implements Reaction {
    private final Erasures erasures;
    private final SubjectKeys keys;
    private final List<CachingRepository<?, ?>> repositories;
    private final WrittenMail mail;
    private int forgotten;

    Forgetting(Erasures erasures, SubjectKeys keys, List<CachingRepository<?, ?>> repositories, WrittenMail mail) {
        this.erasures = erasures;
        this.keys = keys;
        this.repositories = repositories;
        this.mail = mail;
    }

    /** @return how many erasures there are, all of which are heeded here now */
    synchronized int forget() {
        List<Erasure> all = erasures.all();
        List<Erasure> news = all.subList(forgotten, all.size());
        news.forEach(erasure -> erasure.subjects().forEach(keys::erase));
        if (!news.isEmpty()) {
            repositories.forEach(CachingRepository::forget);
            Map<String, Set<AccountId>> payers = news.stream()
                    .collect(Collectors.groupingBy(
                            Erasure::tenant, Collectors.mapping(Forgetting::payer, Collectors.toSet())));
            payers.forEach(mail::delete);
        }
        forgotten = all.size();
        return forgotten;
    }

    private static AccountId payer(Erasure erasure) {
        String[] name = erasure.stream().split("/");
        return new AccountId(name[0], name[2]);
    }

    @Override
    public Set<String> hearsOf() {
        return Set.of(EventCatalogue.of(PersonalDataErased.class).name());
    }

    @Override
    public void react(Event event, Recorded recorded) {
        forget();
    }

    @Override
    public void catchUp() {
        forget();
    }
}
