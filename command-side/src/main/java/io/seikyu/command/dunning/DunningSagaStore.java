package io.seikyu.command.dunning;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.seikyu.command.dunning.DunningSaga.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.bson.Document;

/** Sagas in MongoDB, each a document of plain values, found by what it is associated with. */
final class DunningSagaStore implements SagaStore<DunningSaga> {
    private static final String ASSOCIATED = "associated";
    private static final String CLIENT = "clientId";
    private static final String ACCOUNT = "accountId";
    private static final String WAITS_FOR = "waitsFor";
    private static final String BETWEEN = "|";

    private final MongoCollection<Document> sagas;

    DunningSagaStore(MongoCollection<Document> sagas) {
        this.sagas = sagas;
        sagas.createIndex(Indexes.ascending(ASSOCIATED));
    }

    void forget() {
        sagas.deleteMany(new Document());
    }

    @Override
    public Set<String> findSagas(Class<? extends DunningSaga> type, AssociationValue association) {
        Set<String> found = new LinkedHashSet<>();
        for (Document saga : sagas.find(Filters.eq(ASSOCIATED, text(association)))) {
            found.add(saga.getString("_id"));
        }
        return found;
    }

    @Override
    public <S extends DunningSaga> Entry<S> loadSaga(Class<S> type, String id) {
        Document saga = sagas.find(Filters.eq("_id", id)).first();
        if (saga == null) {
            return null;
        }
        Set<AssociationValue> associations = new LinkedHashSet<>();
        saga.getList(ASSOCIATED, String.class).forEach(text -> associations.add(association(text)));
        S loaded = type.cast(new DunningSaga(new State(
                saga.getString(CLIENT),
                saga.getString(ACCOUNT),
                new LinkedHashSet<>(saga.getList(WAITS_FOR, String.class)))));
        return new Entry<>() {
            @Override
            public Set<AssociationValue> associationValues() {
                return associations;
            }

            @Override
            public S saga() {
                return loaded;
            }
        };
    }

    /** One that was made before, by a process that did not live to say so, is the same saga. */
    @Override
    public void insertSaga(
            Class<? extends DunningSaga> type, String id, DunningSaga saga, Set<AssociationValue> associations) {
        write(id, saga, associations);
    }

    @Override
    public void updateSaga(
            Class<? extends DunningSaga> type, String id, DunningSaga saga, AssociationValues associations) {
        write(id, saga, associations.asSet());
    }

    @Override
    public void deleteSaga(Class<? extends DunningSaga> type, String id, Set<AssociationValue> associations) {
        sagas.deleteOne(Filters.eq("_id", id));
    }

    private void write(String id, DunningSaga saga, Set<AssociationValue> associations) {
        State state = saga.state();
        List<String> texts =
                associations.stream().map(DunningSagaStore::text).sorted().toList();
        sagas.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append(ASSOCIATED, texts)
                        .append(CLIENT, state.clientId())
                        .append(ACCOUNT, state.accountId())
                        .append(WAITS_FOR, List.copyOf(state.waitsFor())),
                new ReplaceOptions().upsert(true));
    }

    private static String text(AssociationValue association) {
        return association.getKey() + BETWEEN + association.getValue();
    }

    private static AssociationValue association(String text) {
        int end = text.indexOf(BETWEEN);
        return new AssociationValue(text.substring(0, end), text.substring(end + 1));
    }
}
