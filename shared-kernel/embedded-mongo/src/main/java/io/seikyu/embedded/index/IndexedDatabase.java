package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database of the server's H2 backend whose collections have ordered indexes. */
public final class IndexedDatabase {
    private IndexedDatabase() {}

    /** Opens it, or creates it when it is not there. */
    public static MongoDatabase open(String name, MVStore store, CursorRegistry cursors) {
        IndexMaps maps = new IndexMaps(store, name);
        // its constructor opens collections and indexes, before fields of a subclass are set; what is captured is set
        return new H2Database(name, store, cursors) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                return new IndexedCollection(
                        store, this, collection, options, maps.documents(collection), maps.meta(collection), cursors);
            }

            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return maps.index(collection, index, keys, true);
            }

            @Override
            protected Index<Object> openOrCreateSecondaryIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return maps.index(collection, index, keys, false);
            }

            @Override
            protected synchronized void addIndex(Document description) {
                IndexDescriptions descriptions = new IndexDescriptions(indexes.get());
                if (!descriptions.has(description)) {
                    super.addIndex(description);
                }
            }

            @Override
            protected void dropIndex(MongoCollection<Object> collection, String index) {
                super.dropIndex(collection, index);
                maps.remove(collection.getCollectionName(), index);
            }

            @Override
            public Document handleCommand(
                    Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
                return command.equalsIgnoreCase("dropIndexes")
                        ? dropIndexes(query)
                        : super.handleCommand(channel, command, query, databases, oplog);
            }

            /** As the server does it, but for this collection alone: it would take those of the same name elsewhere. */
            private synchronized Document dropIndexes(Document command) {
                MongoCollection<Object> collection = resolveCollection((String) command.get("dropIndexes"), false);
                if (collection != null) {
                    IndexDescriptions descriptions = new IndexDescriptions(indexes.get());
                    for (Document description : descriptions.named(collection.getFullName(), command.get("index"))) {
                        dropIndex(collection, (String) description.get("name"));
                        descriptions.remove(description);
                    }
                }
                Document response = new Document();
                Utils.markOkay(response);
                return response;
            }
        };
    }

    /** The store's maps of one database. */
    private record IndexMaps(MVStore store, String database) {
        MVMap<Object, Document> documents(String collection) {
            return store.openMap(
                    "databases." + fullName(collection),
                    new MVMap.Builder<Object, Document>()
                            .keyType(new PositionType())
                            .valueType(new DocumentType()));
        }

        MVMap<String, Object> meta(String collection) {
            return store.openMap("meta." + fullName(collection));
        }

        OrderedIndex index(String collection, String index, List<IndexKey> keys, boolean unique) {
            MVMap<EntryKey, Boolean> entries = store.openMap(
                    entries(collection, index), new MVMap.Builder<EntryKey, Boolean>().keyType(new EntryKeyType()));
            return new OrderedIndex(index, keys, unique, entries, traits(), entries(collection, index));
        }

        void remove(String collection, String index) {
            store.removeMap(entries(collection, index));
        }

        private MVMap<String, Integer> traits() {
            return store.openMap(database + "._ordered");
        }

        private String entries(String collection, String index) {
            return fullName(collection) + "._ordered_" + index;
        }

        private String fullName(String collection) {
            return database + "." + collection;
        }
    }
}
