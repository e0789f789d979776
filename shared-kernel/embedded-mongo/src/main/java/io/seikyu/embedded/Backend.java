package io.seikyu.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.seikyu.embedded.index.IndexedDatabase;
import org.h2.mvstore.MVStore;

/** The server's H2 backend with ordered indexes. */
final class Backend extends H2Backend {
    Backend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return IndexedDatabase.open(databaseName, getMvStore(), getCursorRegistry());
    }
}
