package io.seikyu.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The server's H2 backend with indexes whose keys compare fast. */
final class Backend extends H2Backend {
    Backend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        MVStore store = getMvStore();
        // its constructor opens the indexes, before fields of a subclass are set; what is captured is set by then
        return new H2Database(databaseName, store, getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                // under the name by which the server drops it
                String map = getFullCollectionNamespace(collection) + "._index_" + index;
                MVMap<KeyValue, Object> positions =
                        store.openMap(map, new MVMap.Builder<KeyValue, Object>().keyType(new KeyValueType()));
                return new UniqueIndex(positions, index, keys, sparse);
            }
        };
    }
}
