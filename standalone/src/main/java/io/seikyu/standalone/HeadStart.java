package io.seikyu.standalone;

import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.axon.EventJson;
import org.rocksdb.RocksDB;

/**
 * Loads on a second processor what the start will need after a while: the native library of the log, and the classes of
 * the embedded MongoDB and of JSON. Whoever needs one of them first waits for it or loads it himself.
 */
final class HeadStart implements Runnable {
    static void begin() {
        Thread thread = new Thread(new HeadStart(), "head start");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        RocksDB.loadLibrary();
        EventCatalogue.all().forEach(type -> EventJson.mapper().readerFor(type.payload()));
        EmbeddedMongo.inMemory().close();
    }
}
